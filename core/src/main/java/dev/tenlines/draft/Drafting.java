package dev.tenlines.draft;

import dev.tenlines.Feature;
import dev.tenlines.Finding;
import dev.tenlines.Parts;
import dev.tenlines.Profile;
import dev.tenlines.Task;
import dev.tenlines.TenlinesException;
import dev.tenlines.TextValue;
import dev.tenlines.ladder.OtherRung;
import dev.tenlines.ladder.Rung;
import dev.tenlines.learn.Likeness;
import dev.tenlines.model.ModelClient;
import dev.tenlines.model.PromptFile;
import dev.tenlines.verify.MentionVerifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Drafts replies to tickets, for a person to change and send; none ever leaves by itself. */
public final class Drafting implements Task<Draft> {
  public static final String MACROS = "macros";
  public static final String MUST_MENTION = "must-mention";
  private static final String PAST = "past";

  @Override
  public Class<Draft> type() {
    return Draft.class;
  }

  @Override
  public List<String> usual() {
    return List.of(MACROS, PAST, "review");
  }

  @Override
  public List<String> known() {
    return List.of(MACROS, PAST);
  }

  @Override
  public String reason(String rung, Profile profile) {
    return rung.equals(MACROS)
        ? "replies that people wrote for kinds of tickets, at no cost"
        : "replies that people approved or wrote for similar tickets, at no cost";
  }

  @Override
  public List<String> keys() {
    return List.of(MACROS, MUST_MENTION);
  }

  @Override
  public boolean unattended() {
    return false;
  }

  @Override
  public List<Finding> findings(Feature feature) {
    return feature.reviewed()
        ? List.of()
        : List.of(
            Finding.error(
                "TL-250",
                "The feature (" + feature.name() + ") drafts, but nobody reviews.",
                "Maybe add the rung review at the end: a draft never leaves by itself."));
  }

  @Override
  public List<Finding> findings(Feature feature, Path directory) {
    try {
      boolean empty =
          feature.rungs().contains(MACROS) && macros(feature, directory).all().isEmpty();
      return empty
          ? List.of(
              Finding.warning(
                  "TL-253",
                  "The macros (" + folder(feature) + ") of (" + feature.name() + ") are none.",
                  "Maybe add a file.md for each kind of reply."))
          : List.of();
    } catch (TenlinesException e) {
      return List.of(Finding.error(e.id(), e.what(), e.hint()));
    }
  }

  @Override
  public Ready<Draft> open(Parts parts) {
    Feature feature = parts.feature();
    Macros macros =
        feature.rungs().contains(MACROS) ? macros(feature, parts.directory()) : Macros.NONE;
    List<String> texts = macros.all().stream().flatMap(m -> m.texts().stream()).toList();
    Likeness likeness = Likeness.learn(texts, parts.embedder().get());
    Past past = new Past(feature.name(), parts.judgements(), macros, likeness);
    MentionVerifier mentions = new MentionVerifier(feature.detail(MUST_MENTION));
    Replies replies = new Replies(macros, past, likeness, mentions);
    List<Rung<Draft>> rungs = new ArrayList<>();
    rungs.add(new FitRung());
    for (String name : parts.names()) {
      Rung<Draft> rung = rung(name, parts, macros, replies);
      if (rung != null) {
        rungs.add(rung);
      }
    }
    return new Ready<>(rungs, List.of(replies::violations), null);
  }

  @Override
  public Object value(Feature feature, Object said) {
    return JsonMapper.shared()
        .convertValue(Draft.of(TextValue.right(feature, said), List.of()), Object.class);
  }

  @Override
  public String noun() {
    return "reply";
  }

  @Override
  public String words(Object value) {
    return TextValue.text(value);
  }

  private @Nullable Rung<Draft> rung(String name, Parts parts, Macros macros, Replies replies) {
    return switch (name) {
      case MACROS ->
          new ReplyRung(MACROS, macros.version(), "no macro fits", replies::macro, request -> null);
      case PAST ->
          new ReplyRung(
              PAST, "1", "no reply to a similar ticket can be used", replies::past, replies::macro);
      default -> {
        ModelClient model = parts.models().of(name);
        Rung<?> other = parts.others().get(name);
        yield model != null
            ? new LlmDraftRung(name, model, replies, prompt(parts))
            : other == null ? null : grounded(other, parts.feature(), replies);
      }
    };
  }

  private static DraftPrompt prompt(Parts parts) {
    return new DraftPrompt(
        PromptFile.of("draft", parts.directory()), parts.feature().detail(MUST_MENTION));
  }

  /** What a rung from outside writes is grounded here, whatever it says about itself. */
  private Rung<Draft> grounded(Rung<?> other, Feature feature, Replies replies) {
    return new OtherRung<>(
        other,
        (request, said) -> {
          Draft draft = replies.grounded(request, TextValue.right(feature, said.value()));
          return said.with(draft, draft.evidence());
        });
  }

  private static Macros macros(Feature feature, Path directory) {
    return Macros.read(directory, folder(feature));
  }

  private static String folder(Feature feature) {
    List<String> named = feature.detail(MACROS);
    return named.isEmpty() ? "macros/" : named.getFirst();
  }
}
