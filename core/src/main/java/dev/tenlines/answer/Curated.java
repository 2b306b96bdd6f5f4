package dev.tenlines.answer;

import dev.tenlines.Evidence;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Request;
import dev.tenlines.TextValue;
import dev.tenlines.answer.Written.Ground;
import dev.tenlines.review.Judgements;
import dev.tenlines.review.Judgements.Judgement;
import dev.tenlines.review.Shelves;
import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answers of people: those of files, and those that reviewers wrote or approved, tenant by
 * tenant. Each knows what it stands on, and is stale once that has changed.
 */
final class Curated {
  private static final int MOST_ANSWERS = 5_000;

  /** A corrected answer stands on the quotes that share so much of its words. */
  private static final double STANDS_ON = 0.3;

  private final CuratedFile.All files;
  private final Shelves<Written> corrected;
  private final Library library;

  Curated(CuratedFile.All files, String feature, Judgements judgements, Library library) {
    this.files = files;
    this.corrected = new Shelves<>(judgements, feature, MOST_ANSWERS, Curated::corrected);
    this.library = library;
  }

  /**
   * An answer of a person with its quotes as they stand today.
   *
   * @param stale why it cannot be relied on any more, or null
   */
  record Stands(Written written, Answer answer, @Nullable String stale) {}

  String version() {
    return files.version();
  }

  /** The answer to the same question, the newest word of a reviewer first; or null. */
  @Nullable Stands find(Request request) {
    String key = Question.of(request).key();
    if (key.isEmpty()) {
      return null;
    }
    for (Written written : all(request.tenant())) {
      if (written.keys().contains(key) && request.groups().containsAll(written.groups())) {
        return standing(written, request);
      }
    }
    return null;
  }

  /** Whether a text is an answer that a person wrote for this tenant. */
  boolean wrote(Request request, String text) {
    return all(request.tenant()).stream().anyMatch(written -> written.text().equals(text));
  }

  /** What of a tenant cannot be relied on any more. */
  List<Stands> stale(String tenant) {
    return all(tenant).stream()
        .map(written -> standing(written, Request.of("").forTenant(tenant).in(written.groups())))
        .filter(one -> one.stale() != null)
        .toList();
  }

  private List<Written> all(String tenant) {
    return Stream.concat(corrected.of(tenant).reversed().stream(), files.answers().stream())
        .toList();
  }

  private Stands standing(Written written, Request request) {
    List<Quote> quotes = new ArrayList<>();
    String stale = null;
    for (Ground ground : written.grounds()) {
      List<Quote> found =
          ground.quote() == null
              ? List.of()
              : library.find(request, ground.source(), ground.quote());
      found.stream().filter(quote -> !quotes.contains(quote)).forEach(quotes::add);
      String digest = library.digests().get(ground.source());
      boolean changed =
          digest == null
              || ground.quote() != null && found.isEmpty()
              || ground.quote() == null
                  && ground.digest() != null
                  && !ground.digest().equals(digest);
      if (changed && stale == null) {
        stale = ground.source() + (digest == null ? " is gone" : " has changed");
      }
    }
    List<Integer> numbers = Stream.iterate(1, n -> n + 1).limit(quotes.size()).toList();
    Answer answer =
        new Answer(
            written.text(),
            List.of(new Answer.Statement(written.text(), numbers)),
            quotes,
            List.of());
    return new Stands(written, answer, stale);
  }

  /** What a reviewer said is right, under the question as it was meant. */
  private static Written corrected(Judgement judgement) {
    Request asked = judgement.request();
    Object value = judgement.value();
    String text = TextValue.text(value);
    List<Ground> grounds = new ArrayList<>(quoted(value));
    if (grounds.isEmpty()) {
      Stream.concat(judgement.outcome().evidence().stream(), proposed(judgement))
          .flatMap(part -> part instanceof Evidence.Span span ? Stream.of(span) : Stream.of())
          .filter(span -> share(text, span.text()) >= STANDS_ON)
          .map(span -> new Ground(span.source(), span.text(), null))
          .distinct()
          .forEach(grounds::add);
    }
    String key = Question.of(asked).key();
    return new Written(
        judgement.outcome().id(),
        key.isEmpty() ? Set.of() : Set.of(key),
        List.of(asked.input()),
        text,
        grounds,
        asked.groups());
  }

  private static Stream<Evidence> proposed(Judgement judgement) {
    return judgement.outcome() instanceof Answered<Object> answered
        ? quoted(answered.value()).stream()
            .flatMap(ground ->
                ground.quote() == null
                    ? Stream.of()
                    : Stream.of(
                        new Evidence.Span(
                            ground.source(), 0, ground.quote().length(), ground.quote())))
        : Stream.of();
  }

  /** The quotes of a value that came back from the record. */
  private static List<Ground> quoted(@Nullable Object value) {
    List<Ground> grounds = new ArrayList<>();
    if (value instanceof Map<?, ?> map && map.get("quotes") instanceof List<?> quotes) {
      for (Object quote : quotes) {
        if (quote instanceof Map<?, ?> one
            && one.get("source") instanceof String source
            && one.get("text") instanceof String text) {
          grounds.add(new Ground(source, text, null));
        }
      }
    }
    return grounds;
  }

  /** How much of a text's meaning words are among those of another. */
  static double share(String text, String other) {
    Set<String> own = Question.stems(text);
    Set<String> known = new LinkedHashSet<>();
    Words.of(other).all().forEach(word -> known.add(word.stem()));
    return own.isEmpty() ? 0 : (double) own.stream().filter(known::contains).count() / own.size();
  }
}
