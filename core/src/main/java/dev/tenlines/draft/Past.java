package dev.tenlines.draft;

import dev.tenlines.Request;
import dev.tenlines.TextValue;
import dev.tenlines.learn.Likeness;
import dev.tenlines.review.Judgements;
import dev.tenlines.review.Judgements.Judgement;
import dev.tenlines.review.Shelves;
import dev.tenlines.text.Words;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people sent before, tenant by tenant: no tenant's replies are read for another. */
final class Past {
  /** Older replies are of an older shop. */
  private static final int MOST_REPLIES = 2_000;

  /** From this share of a macro's words on, a reply was made from it. */
  private static final double MADE_FROM = 0.6;

  private final Macros macros;
  private final Likeness likeness;
  private final Shelves<Reply> sent;

  Past(String feature, Judgements judgements, Macros macros, Likeness likeness) {
    this.macros = macros;
    this.likeness = likeness;
    this.sent = new Shelves<>(judgements, feature, MOST_REPLIES, this::reply);
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
    return sent.of(tenant);
  }

  private Reply reply(Judgement judgement) {
    Request asked = judgement.request();
    String text = TextValue.text(judgement.value());
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
