package dev.tenlines.draft;

import dev.tenlines.Evidence;
import dev.tenlines.Evidence.Span;
import dev.tenlines.Request;
import dev.tenlines.learn.Likeness;
import dev.tenlines.verify.FactVerifier;
import dev.tenlines.verify.MentionVerifier;
import dev.tenlines.verify.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the reply that fits a ticket best among macros and among what was sent before. */
final class Replies {
  /** Below this nothing speaks for a macro. */
  private static final double LEAST_MACRO = 0.03;

  /** Below this two tickets are about different things. */
  private static final double LEAST_PAST = 0.25;

  private static final int MOST_TRIED = 5;

  private final Macros macros;
  private final Past past;
  private final Likeness likeness;
  private final MentionVerifier mentions;
  private final Map<String, List<Likeness.Print>> prints;
  private final Map<String, Source> sources;

  Replies(Macros macros, Past past, Likeness likeness, MentionVerifier mentions) {
    this.macros = macros;
    this.past = past;
    this.likeness = likeness;
    this.mentions = mentions;
    this.prints =
        macros.all().stream()
            .collect(
                Collectors.toMap(Macro::name, m -> m.texts().stream().map(likeness::of).toList()));
    this.sources =
        macros.all().stream()
            .collect(Collectors.toMap(Macro::name, m -> Source.of(m.name(), m.body())));
  }

  /**
   * A reply that may be proposed.
   *
   * @param evidence the macro or the past reply it is
   */
  record Found(Draft draft, double score, Evidence evidence) {

    /** What it was made from, then where its facts stand. */
    List<Evidence> all() {
      return Stream.concat(
              Stream.of(evidence), draft.evidence().stream().filter(part -> !isIn(part, evidence)))
          .toList();
    }

    private static boolean isIn(Evidence part, Evidence whole) {
      return part instanceof Span a && whole instanceof Span b && a.source().equals(b.source());
    }
  }

  /** A macro with how well it fits. */
  record Ranked(Macro macro, double score) {}

  /** Every macro that may serve a request, best first. */
  List<Ranked> ranked(Request request) {
    Likeness.Print ticket = likeness.of(request.input());
    List<Past.Reply> sent = past.of(request.tenant());
    return macros.all().stream()
        .filter(macro -> macro.mayServe(request))
        .map(macro -> new Ranked(macro, score(ticket, macro, sent)))
        .sorted(Comparator.comparingDouble(Ranked::score).reversed())
        .toList();
  }

  /** The best macro whose places can all be filled, or null. */
  @Nullable Found macro(Request request) {
    for (Ranked ranked : ranked(request)) {
      if (ranked.score() < LEAST_MACRO) {
        return null;
      }
      Macro macro = ranked.macro();
      String text = macro.filled(request);
      Draft draft = text == null ? null : checked(request, text, List.of(source(macro.name())));
      if (draft != null) {
        return new Found(draft, ranked.score(), whole(macro.name(), macro.body()));
      }
    }
    return null;
  }

  /** What a person wrote to the most similar ticket, with this request's values, or null. */
  @Nullable Found past(Request request) {
    Likeness.Print ticket = likeness.of(request.input());
    List<Source> known = List.copyOf(sources.values());
    return past.of(request.tenant()).stream()
        .filter(Past.Reply::isOwn)
        .map(reply -> new Scored(reply, ticket.like(reply.print())))
        .filter(scored -> scored.score() >= LEAST_PAST)
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .limit(MOST_TRIED)
        .flatMap(scored -> again(request, scored, known).stream())
        .findFirst()
        .orElse(null);
  }

  /** What is wrong with a draft, whoever wrote it. */
  List<dev.tenlines.verify.Violation> violations(Request request, Draft draft) {
    List<Source> named =
        draft.sentences().stream()
            .flatMap(sentence -> sentence.from().stream())
            .flatMap(part -> part instanceof Span span ? Stream.of(span.source()) : Stream.of())
            .distinct()
            .filter(sources::containsKey)
            .map(this::source)
            .toList();
    List<dev.tenlines.verify.Violation> all =
        new ArrayList<>(FactVerifier.all(draft.text(), with(request, named)));
    all.addAll(mentions.verify(request, draft.text()));
    return all;
  }

  /** A text from elsewhere, grounded in the request and in the macro that fits it best. */
  Draft grounded(Request request, String text) {
    List<Source> macro =
        ranked(request).stream().limit(1).map(r -> source(r.macro().name())).toList();
    return Draft.of(text, with(request, macro));
  }

  private record Scored(Past.Reply reply, double score) {}

  private java.util.Optional<Found> again(Request request, Scored scored, List<Source> known) {
    Past.Reply reply = scored.reply();
    String text = Renewal.of(reply, request);
    Draft draft = text == null ? null : checked(request, text, known);
    return draft == null
        ? java.util.Optional.empty()
        : java.util.Optional.of(new Found(draft, scored.score(), whole(reply.id(), reply.text())));
  }

  /** The draft, or null when a fact of it has no source or a field is not told. */
  private @Nullable Draft checked(Request request, String text, List<Source> more) {
    Draft draft = Draft.of(text, with(request, more));
    return violations(request, draft).isEmpty() ? draft : null;
  }

  private static List<Source> with(Request request, List<Source> more) {
    List<Source> all = new ArrayList<>(Source.of(request));
    all.addAll(more);
    return all;
  }

  /** The mean over what it says of itself, and the closest that people asked. */
  private double score(Likeness.Print ticket, Macro macro, List<Past.Reply> sent) {
    List<Likeness.Print> own = java.util.Objects.requireNonNull(prints.get(macro.name()));
    double said = (ticket.like(own.get(0)) + ticket.like(own.get(1))) / 2;
    double asked =
        Stream.concat(
                own.stream().skip(2),
                sent.stream().filter(r -> macro.equals(r.base())).map(Past.Reply::print))
            .mapToDouble(ticket::like)
            .max()
            .orElse(0);
    return (said + asked) / 2;
  }

  private Source source(String macro) {
    return java.util.Objects.requireNonNull(sources.get(macro));
  }

  private static Span whole(String source, String text) {
    return new Span(source, 0, text.length(), text);
  }
}
