package dev.tenlines.model;

import dev.tenlines.model.Reply.Broken;
import dev.tenlines.model.Reply.Whole;
import dev.tenlines.privacy.Disguise;
import dev.tenlines.privacy.Recogniser;
import dev.tenlines.privacy.Restoring;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A question whose personal data does not leave, and the way back for its answer. Only the turns
 * are searched: the instructions are the project's own words.
 */
final class Hiding {
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final Prompt prompt;
  private final Disguise disguise;

  private Hiding(Prompt prompt, Disguise disguise) {
    this.prompt = prompt;
    this.disguise = disguise;
  }

  /** Hides nothing. */
  static Hiding nothing(Prompt prompt) {
    return new Hiding(prompt, Disguise.NONE);
  }

  /** What may be sent, or null where nobody can say what is personal: then nothing may. */
  static @Nullable Hiding of(Prompt prompt, String request, Recogniser recogniser) {
    FutureTask<Hiding> search = new FutureTask<>(() -> hidden(prompt, request, recogniser));
    Thread.ofVirtual().name("tenlines-hiding").start(search);
    try {
      return search.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      search.cancel(true);
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException | TimeoutException e) {
      search.cancel(true);
      return null;
    }
  }

  private static Hiding hidden(Prompt prompt, String request, Recogniser recogniser) {
    List<String> texts = prompt.turns().stream().map(Prompt.Turn::text).toList();
    Disguise disguise = Disguise.of(request, texts, recogniser);
    return new Hiding(prompt.withTexts(disguise::hide), disguise);
  }

  /** What is sent. */
  Prompt prompt() {
    return prompt;
  }

  /** Where an answer's pieces go, with their values back. */
  Back back(@Nullable Consumer<ModelText> pieces) {
    return new Back(pieces, disguise.restoring());
  }

  /** The way back of one answer. */
  final class Back {
    private final @Nullable Consumer<ModelText> pieces;
    private final Restoring restoring;

    private Back(@Nullable Consumer<ModelText> pieces, Restoring restoring) {
      this.pieces = pieces;
      this.restoring = restoring;
    }

    /** Takes the pieces as they come, or null where nobody wants any. */
    @Nullable Consumer<ModelText> pieces() {
      return pieces == null ? null : piece -> show(restoring.add(piece.toVerify()));
    }

    /** The whole answer; one with the rest of a token in it is none. */
    Reply whole(Reply reply) {
      if (!(reply instanceof Whole whole)) {
        return reply;
      }
      String text = disguise.restore(whole.text().toVerify());
      if (text == null || restoring.failed()) {
        String detail = "the answer holds what is left of a token for personal data";
        return Broken.used(Failure.INVALID, detail, reply.usage());
      }
      show(restoring.end());
      return new Whole(new ModelText(text), whole.usage(), whole.model(), whole.logprobs());
    }

    private void show(String text) {
      if (pieces != null && !text.isEmpty()) {
        pieces.accept(new ModelText(text));
      }
    }
  }
}
