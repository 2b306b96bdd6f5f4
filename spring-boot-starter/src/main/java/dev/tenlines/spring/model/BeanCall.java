package dev.tenlines.spring.model;

import dev.tenlines.cost.Usage;
import dev.tenlines.model.Failure;
import dev.tenlines.model.ModelText;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.Provider.Call;
import dev.tenlines.model.Reply;
import dev.tenlines.model.Reply.Broken;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call of a bean inside the caller's time. A bean has no way to be told that nobody waits: it
 * is interrupted, and whatever it still says is dropped.
 */
record BeanCall(Prompt prompt, Call call, Function<Throwable, Failure> failures) {

  /** Runs the bean on a thread of its own. */
  Reply run(Supplier<Reply> model) {
    FutureTask<Reply> task = new FutureTask<>(model::get);
    AutoCloseable watch = call.leaving().onLeave(() -> task.cancel(true));
    try {
      Thread.ofVirtual().name("tenlines-bean").start(task);
      Reply reply = task.get(call.left().toNanos(), TimeUnit.NANOSECONDS);
      show(reply);
      return reply;
    } catch (ExecutionException e) {
      return broken(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      task.cancel(true);
      return Broken.used(Failure.TIMEOUT, "the bean took too long", guess());
    } catch (CancellationException e) {
      return Broken.used(Failure.CANCELLED, "the caller left", guess());
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return Broken.used(Failure.CANCELLED, "interrupted", guess());
    } finally {
      close(watch);
    }
  }

  /** What the bean said, unless it is empty. */
  Reply whole(@Nullable String text, Usage usage, String model) {
    return text == null || text.isBlank()
        ? Broken.used(Failure.EMPTY, "the bean said nothing", usage)
        : new Reply.Whole(ModelText.of(text), usage, model, List.of());
  }

  /** Our own count, where the bean tells none. */
  Usage guess() {
    return Usage.of(prompt.tokens(), 0).guessed();
  }

  /** Beans give the whole at once: a caller that watches sees one large piece. */
  private void show(Reply reply) {
    if (call.pieces() != null && reply instanceof Reply.Whole whole) {
      call.pieces().accept(whole.text());
    }
  }

  /** The message of a foreign exception may quote a key or a page: only its kind is told. */
  private Broken broken(Throwable cause) {
    Failure failure = failures.apply(cause);
    String detail = "the bean failed (" + cause.getClass().getSimpleName() + ")";
    return switch (failure) {
      case MISCONFIGURED, OVERLOADED, UNREACHABLE, TOO_LONG, EXHAUSTED ->
          Broken.free(failure, detail);
      default -> Broken.used(failure, detail, guess());
    };
  }

  private static void close(AutoCloseable watch) {
    try {
      watch.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
