package dev.tenlines.answer;

import dev.tenlines.Feature;
import dev.tenlines.Finding;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Parts;
import dev.tenlines.Profile;
import dev.tenlines.Task;
import dev.tenlines.TenlinesException;
import dev.tenlines.TextValue;
import dev.tenlines.indexing.Declarations;
import dev.tenlines.ladder.CacheKey;
import dev.tenlines.ladder.CacheRung;
import dev.tenlines.ladder.OtherRung;
import dev.tenlines.ladder.Rung;
import dev.tenlines.model.ModelClient;
import dev.tenlines.model.PromptFile;
import dev.tenlines.project.Project;
import dev.tenlines.text.Words;
import dev.tenlines.verify.Support;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers questions from the application's own documents, or says that they hold no answer. */
public final class Answering implements Task<Answer> {
  /** So many characters of a passage are shown beside others. */
  private static final int SHOWN = 100;

  /** Files and directories inside the project's. */
  public static final String DOCUMENTS = "documents";

  /** The directory of answers that people wrote. */
  public static final String CURATED = "curated";

  private static final String CACHE = "cache";
  private static final int LEAST_WORDS = 2;

  @Override
  public Class<Answer> type() {
    return Answer.class;
  }

  /** That the documents hold no answer is an answer, too: nobody has to review. */
  @Override
  public List<String> usual() {
    return List.of(CURATED, CACHE, PassageRung.NAME);
  }

  @Override
  public List<String> known() {
    return List.of(CURATED, CACHE, PassageRung.NAME);
  }

  @Override
  public String reason(String rung, Profile profile) {
    return switch (rung) {
      case CURATED -> "answers that people wrote or corrected, at no cost";
      case CACHE -> "questions that were answered before from the same documents, at no cost";
      default -> "the documents' own sentences, word for word, at no cost";
    };
  }

  @Override
  public List<String> keys() {
    return List.of(DOCUMENTS, CURATED);
  }

  @Override
  public boolean unattended() {
    return true;
  }

  @Override
  public List<Finding> findings(Feature feature) {
    return feature.detail(DOCUMENTS).isEmpty()
        ? List.of(
            Finding.error(
                "TL-351",
                "The feature (" + feature.name() + ") has no documents.",
                "Maybe add documents: [docs/]."))
        : List.of();
  }

  @Override
  public List<Finding> findings(Feature feature, Path directory) {
    try {
      var unused = curated(feature, directory);
      return Declarations.findings(feature, directory, new Project(directory).indexes());
    } catch (TenlinesException e) {
      return List.of(Finding.error(e.id(), e.what(), e.hint()));
    }
  }

  @Override
  public Ready<Answer> open(Parts parts) {
    Feature feature = parts.feature();
    Library library = new Library(parts.indexes().of(feature.name()));
    Curated curated =
        new Curated(
            curated(feature, parts.directory()), feature.name(), parts.judgements(), library);
    Teaching teaching = new Teaching(parts, library, Thread::startVirtualThread);
    Map<String, Rung<Answer>> rungs = new LinkedHashMap<>();
    for (String name : parts.names()) {
      Rung<Answer> rung =
          switch (name) {
            case CURATED -> new CuratedRung(curated);
            case PassageRung.NAME -> new PassageRung(library, teaching, feature.reviewed());
            default -> model(name, parts, library);
          };
      if (rung != null) {
        rungs.put(name, rung);
      }
    }
    GroundedVerifier verifier = new GroundedVerifier(library, curated);
    if (!parts.names().contains(CACHE)) {
      return new Ready<>(List.copyOf(rungs.values()), List.of(verifier), null);
    }
    CacheKey key = key(parts, rungs.values(), library, teaching);
    List<Rung<Answer>> all = new ArrayList<>();
    for (String name : parts.names()) {
      Rung<Answer> rung =
          name.equals(CACHE)
              ? new CacheRung<>(parts.journal(), key, Answer.class, Answer::evidence)
              : rungs.get(name);
      if (rung != null) {
        all.add(rung);
      }
    }
    return new Ready<>(all, List.of(verifier), key);
  }

  /** Answers are never reused across documents, lessons, or versions of anything that answers. */
  private static CacheKey key(
      Parts parts, Iterable<Rung<Answer>> rungs, Library library, Teaching teaching) {
    List<String> versions = new ArrayList<>();
    rungs.forEach(rung -> versions.add(rung.id()));
    parts.certificates().all().forEach(c -> versions.add(c.open() ? c.id() : c.id() + " shut"));
    versions.add(parts.feature().promise().toString());
    return CacheKey.over(
        parts.feature().name(), versions, () -> library.generation() + "\n" + teaching.version());
  }

  private @Nullable Rung<Answer> model(String name, Parts parts, Library library) {
    ModelClient model = parts.models().of(name);
    if (model != null) {
      PromptFile prompt = PromptFile.of("answer", parts.directory());
      return new LlmAnswerRung(name, model, library, prompt, parts.feature());
    }
    Rung<?> other = parts.others().get(name);
    return other == null
        ? null
        : new OtherRung<>(
            other,
            (request, said) -> {
              Answer answer = JsonMapper.shared().convertValue(said.value(), Answer.class);
              return said.with(answer, answer.evidence());
            });
  }

  private static CuratedFile.All curated(Feature feature, Path directory) {
    List<String> named = feature.detail(CURATED);
    if (!feature.rungs().contains(CURATED)
        || named.isEmpty() && !Files.isDirectory(directory.resolve(CURATED))) {
      return CuratedFile.All.NONE;
    }
    return CuratedFile.read(directory, named.isEmpty() ? CURATED : named.getFirst());
  }

  /** What comes nearest, where the documents hold no answer. */
  @Override
  public @Nullable Table table(@Nullable Object value) {
    return value instanceof Answer(String text, var said, List<Quote> quotes, var pairs)
            && text.isEmpty()
            && !quotes.isEmpty()
        ? new Table(List.of("nearest", "in"), quotes.stream().map(Answering::row).toList())
        : null;
  }

  private static List<String> row(Quote quote) {
    String heading = quote.heading().isEmpty() ? "" : quote.heading() + " · ";
    String line = quote.text().replaceAll("\\s+", " ");
    return List.of(
        line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…", heading + quote.source());
  }

  /** The text, and the quotes where a person names them. */
  @Override
  public Object value(Feature feature, Object said) {
    String text = TextValue.right(feature, said);
    Object quotes = said instanceof Map<?, ?> map ? map.get("quotes") : null;
    return quotes instanceof List<?> list && !list.isEmpty()
        ? Map.of("text", text, "quotes", list)
        : Map.of("text", text);
  }

  /**
   * An answer is right when it says what the person says, in the same words or in more: who judges
   * an audit has not seen it, and writes words of their own.
   */
  @Override
  public boolean same(Object answer, Object right) {
    String said = TextValue.text(answer);
    String wanted = TextValue.text(right);
    return Words.normal(said).equals(Words.normal(wanted))
        || Question.stems(wanted).size() >= LEAST_WORDS
            && Support.violations(wanted, List.of(said)).isEmpty();
  }

  @Override
  public String noun() {
    return "answer";
  }

  @Override
  public String words(Object value) {
    return TextValue.text(value);
  }

  /** What an outcome says or proposes, or null. */
  static @Nullable Object said(Outcome<?> outcome) {
    return switch (outcome) {
      case Answered<?> answered -> answered.value();
      case Deferred<?> deferred -> deferred.proposal();
      case Declined<?> declined -> declined.proposal();
    };
  }
}
