package dev.tenlines.summarize;

import dev.tenlines.Feature;
import dev.tenlines.Finding;
import dev.tenlines.Parts;
import dev.tenlines.Profile;
import dev.tenlines.Request;
import dev.tenlines.Task;
import dev.tenlines.TextValue;
import dev.tenlines.document.Span;
import dev.tenlines.ladder.OtherRung;
import dev.tenlines.ladder.Rung;
import dev.tenlines.model.ModelClient;
import dev.tenlines.model.PromptFile;
import dev.tenlines.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Summarizes texts and documents within a budget of words. */
public final class Summarizing implements Task<Summary> {
  /** The budget unless a request says another. */
  public static final String WORDS = "words";

  private static final String SHORT = "short";
  private static final String EXTRACTIVE = "extractive";

  @Override
  public Class<Summary> type() {
    return Summary.class;
  }

  @Override
  public List<String> usual() {
    return List.of(SHORT, EXTRACTIVE, "review");
  }

  @Override
  public List<String> known() {
    return List.of(SHORT, EXTRACTIVE);
  }

  @Override
  public String reason(String rung, Profile profile) {
    return rung.equals(SHORT)
        ? "a text within the budget is its own summary, at no cost"
        : "the sentences of the source that say most, at no cost; waits where a model stands above";
  }

  @Override
  public List<String> keys() {
    return List.of(WORDS);
  }

  @Override
  public boolean unattended() {
    return true;
  }

  @Override
  public List<Finding> findings(Feature feature) {
    Finding wrong = Length.wrong(feature);
    return wrong == null ? List.of() : List.of(wrong);
  }

  @Override
  public void check(Feature feature, Request request) {
    var unused = Length.of(feature, request);
  }

  @Override
  public Ready<Summary> open(Parts parts) {
    Originals originals =
        new Originals(parts.feature(), new Taught(parts, Thread::startVirtualThread));
    List<Rung<Summary>> rungs = new ArrayList<>();
    for (String name : parts.names()) {
      Rung<Summary> rung = rung(name, parts, originals);
      if (rung != null) {
        rungs.add(rung);
      }
    }
    return new Ready<>(
        rungs, List.of(new LengthVerifier(originals), new GroundVerifier(originals)), null);
  }

  private @Nullable Rung<Summary> rung(String name, Parts parts, Originals originals) {
    return switch (name) {
      case SHORT -> new ShortRung(originals);
      case EXTRACTIVE -> new ExtractiveRung(originals, isBelowAnother(parts));
      default -> {
        ModelClient model = parts.models().of(name);
        Rung<?> other = parts.others().get(name);
        yield model != null
            ? new LlmSummaryRung(
                name,
                model,
                originals,
                new SummaryPrompt(PromptFile.of("summarize", parts.directory())))
            : other == null ? null : grounded(other, parts.feature(), originals);
      }
    };
  }

  /** Whether somebody stands above the extractive rung who writes. */
  private static boolean isBelowAnother(Parts parts) {
    List<String> names = parts.names();
    return names.subList(names.indexOf(EXTRACTIVE) + 1, names.size()).stream()
        .anyMatch(name -> parts.models().of(name) != null || parts.others().containsKey(name));
  }

  /** What a rung from outside writes is held against the source like a model's words. */
  private Rung<Summary> grounded(Rung<?> other, Feature feature, Originals originals) {
    return new OtherRung<>(
        other,
        (request, said) -> {
          Original original = originals.of(request);
          Grounding grounding = new Grounding(original);
          Composition composition = new Composition(original, original.budget(), null);
          for (String sentence : Sentences.of(TextValue.text(value(feature, said.value())))) {
            composition.add(grounding.of(sentence, List.<Span>of()));
          }
          Summary summary = composition.done();
          return said.with(summary, summary.evidence());
        });
  }

  @Override
  public Object value(Feature feature, Object said) {
    String text = TextValue.right(feature, said);
    return Map.of("text", text);
  }

  /** Only what a person rejects is wrong: there is more than one right summary. */
  @Override
  public boolean same(Object answer, Object right) {
    return true;
  }

  @Override
  public String noun() {
    return "summary";
  }

  @Override
  public String words(Object value) {
    return TextValue.text(value);
  }
}
