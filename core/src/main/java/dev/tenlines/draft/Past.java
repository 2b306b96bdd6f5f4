package dev.tenlines.draft;

import dev.tenlines.Request;
import dev.tenlines.learn.Likeness;
import dev.tenlines.review.Judgements;
import dev.tenlines.review.Judgements.Judgement;
import dev.tenlines.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people sent before, tenant by tenant: no tenant's replies are read for another. */
final class Past {
  /** Older replies are of an older shop. */
  private static final int MOST_REPLIES = 2_000;

  private static final int MOST_TENANTS = 100;

  /** From this share of a macro's words on, a reply was made from it. */
  private static final double MADE_FROM = 0.6;

  private final String feature;
  private final Judgements judgements;
  private final Macros macros;
  private final Likeness likeness;
  private final Map<String, Shelf> shelves = new LinkedHashMap<>(16, 0.75f, true);

  Past(String feature, Judgements judgements, Macros macros, Likeness likeness) {
    this.feature = feature;
    this.judgements = judgements;
    this.macros = macros;
    this.likeness = likeness;
  }

  /**
   * A reply that a person approved or wrote.
   *
   * @param id the request it answered
   * @param base the macro it was made from, or null
   * @param print of the ticket
   */
  record Reply(String id, Request asked, String text, @Nullable Macro base, Likeness.Print print) {

    /** Whether a person's words are in it, and not only those of a macro. */
    boolean isOwn() {
      return base == null || !text.equals(base.filled(asked));
    }
  }

  /** The replies of a tenant whose verdicts have effects by now. */
  List<Reply> of(String tenant) {
    Shelf shelf;
    synchronized (shelves) {
      shelf = shelves.computeIfAbsent(tenant, name -> new Shelf(List.of(), Instant.EPOCH));
      if (shelves.size() > MOST_TENANTS) {
        shelves.remove(shelves.keySet().iterator().next());
      }
    }
    List<Judgement> sent = judgements.sent(tenant, feature, shelf.until(), MOST_REPLIES);
    if (sent.isEmpty()) {
      return shelf.replies();
    }
    List<Reply> replies = new ArrayList<>(shelf.replies());
    sent.forEach(judgement -> replies.add(reply(judgement)));
    int first = Math.max(0, replies.size() - MOST_REPLIES);
    Shelf now = new Shelf(replies.subList(first, replies.size()), sent.getLast().at());
    synchronized (shelves) {
      shelves.put(tenant, now);
    }
    return now.replies();
  }

  /** A tenant's replies up to a moment; two threads that read on at once come to the same. */
  private record Shelf(List<Reply> replies, Instant until) {
    private Shelf {
      replies = List.copyOf(replies);
    }
  }

  private Reply reply(Judgement judgement) {
    Request asked = judgement.request();
    String text = Drafting.text(judgement.value());
    return new Reply(judgement.outcome().id(), asked, text, base(text), likeness.of(asked.input()));
  }

  /** The macro most of whose words are in the reply. */
  private @Nullable Macro base(String text) {
    Set<String> said = words(text);
    Macro best = null;
    double most = MADE_FROM;
    for (Macro macro : macros.all()) {
      Collection<String> own = words(macro.fixed());
      double share = (double) own.stream().filter(said::contains).count() / Math.max(1, own.size());
      if (share > most) {
        best = macro;
        most = share;
      }
    }
    return best;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Words.of(text).all().forEach(word -> words.add(word.folded()));
    return words;
  }
}
