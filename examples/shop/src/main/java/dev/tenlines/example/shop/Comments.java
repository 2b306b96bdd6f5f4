package dev.tenlines.example.shop;

import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.spring.ReviewDecided;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What customers wrote under products; the feature {@code comments} decides what is shown. */
@Component
final class Comments {
  private final List<Comment> comments = new CopyOnWriteArrayList<>();
  private final Tenlines tenlines;
  private final Clock clock;

  Comments(Tenlines tenlines, Clock clock) {
    this.tenlines = tenlines;
    this.clock = clock;
  }

  /** Shows, removes or holds a comment. */
  Comment write(Product product, String author, String text) {
    Outcome<?> outcome =
        tenlines.ask(
            "comments", Request.of(text).withFields(java.util.Map.of("product", product.id())));
    Comment held =
        new Comment(
            product.id(), author, text, outcome.id(), Comment.State.HELD, null, clock.instant());
    Comment comment = outcome instanceof Answered<?> a ? held.judged(a.value()) : held;
    comments.addFirst(comment);
    return comment;
  }

  /** A person decided. This may come twice, and the second time changes nothing. */
  @EventListener
  void decided(ReviewDecided event) {
    comments.replaceAll(comment ->
        comment.request().equals(event.review().request())
            ? comment.judged(event.review().value())
            : comment);
  }

  /** What may be read under a product, newest first. */
  List<Comment> shown(Product product) {
    return comments.stream()
        .filter(c -> c.product().equals(product.id()) && c.state() == Comment.State.SHOWN)
        .toList();
  }

  /** All comments, newest first. */
  List<Comment> all() {
    return List.copyOf(comments);
  }
}
