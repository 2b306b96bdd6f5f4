package dev.tenlines.mock;

import dev.tenlines.mock.HttpReader.HttpRequest;
import dev.tenlines.mock.HttpReader.Malformed;
import dev.tenlines.mock.Reply.End;
import dev.tenlines.mock.Reply.Step;
import dev.tenlines.mock.voice.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One client's connection: reads requests, plays what each gets, and notices when it leaves. */
final class Connection implements Runnable {
  private final Socket socket;
  private final Director director;
  private final Tally tally;

  /**
   * What is done for one request.
   *
   * @param received the request
   * @param answer the answer that is billed, or null when there is none
   * @param reply what is sent
   * @param closes whether the connection is closed afterwards
   */
  record Job(Received received, @Nullable Answer answer, Reply reply, boolean closes) {}

  Connection(Socket socket, Director director, Tally tally) {
    this.socket = socket;
    this.director = director;
    this.tally = tally;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      HttpReader reader = new HttpReader(socket);
      serve(reader, socket.getOutputStream());
    } catch (IOException e) {
      // The client left, or the mock was closed: both are ordinary here.
      return;
    }
  }

  private void serve(HttpReader reader, OutputStream out) throws IOException {
    try {
      HttpRequest request = reader.next();
      while (request != null) {
        Job job = director.direct(request);
        if (job == null) {
          byte[] nothing = Http.bytes("{\"error\":\"nothing here\"}");
          out.write(Http.whole(404, Http.JSON, "", nothing));
        } else if (!play(job, reader, out)) {
          return;
        }
        if (request.last()) {
          return;
        }
        request = reader.next();
      }
    } catch (Malformed e) {
      byte[] why = Http.bytes("{\"error\":\"" + e.getMessage() + "\"}");
      out.write(Http.whole(e.status(), Http.JSON, "connection: close\r\n", why));
    }
  }

  /** Whether the connection can go on. */
  private boolean play(Job job, HttpReader reader, OutputStream out) throws IOException {
    boolean left = true;
    try {
      if (job.answer() != null) {
        tally.begins(job.received(), job.answer());
      }
      job.received().status(job.reply().status());
      End end = perform(job, reader, out);
      left = end == End.HANG && !job.received().answered();
      return end == null && !job.closes();
    } finally {
      // An answer that had arrived whole before the client left was not cancelled.
      tally.ends(job.received(), left && !job.received().answered());
    }
  }

  /** How the connection ended, or null when it did not. */
  private @Nullable End perform(Job job, HttpReader reader, OutputStream out) throws IOException {
    // Against the clock of the whole answer: what one pause oversleeps, the next one makes up for.
    long due = System.nanoTime();
    for (Step step : job.reply().steps()) {
      switch (step) {
        case Reply.Send(byte[] bytes, long tokens, boolean whole) ->
            send(job, out, bytes, 0, bytes.length, tokens, whole);
        case Reply.Pause(Duration time) -> {
          due += time.toNanos();
          Duration left = Duration.ofNanos(due - System.nanoTime());
          if (reader.leftWithin(left, false)) {
            return End.HANG;
          }
        }
        case Reply.Endless(byte[] bytes, long tokens) -> {
          while (true) {
            send(job, out, bytes, 0, bytes.length, tokens, false);
          }
        }
        case Reply.Drip drip -> {
          if (!drip(job, reader, out, drip)) {
            return End.HANG;
          }
        }
        case End end -> {
          return end(end, reader);
        }
      }
    }
    return null;
  }

  private boolean drip(Job job, HttpReader reader, OutputStream out, Reply.Drip drip)
      throws IOException {
    for (int at = 0; at < drip.bytes().length; at += drip.atOnce()) {
      int length = Math.min(drip.atOnce(), drip.bytes().length - at);
      boolean whole = at + length == drip.bytes().length;
      send(job, out, drip.bytes(), at, length, whole ? drip.tokens() : 0, whole);
      if (!whole && reader.leftWithin(drip.between(), false)) {
        return false;
      }
    }
    return true;
  }

  private void send(
      Job job, OutputStream out, byte[] bytes, int at, int length, long tokens, boolean whole)
      throws IOException {
    tally.sends(job.received(), tokens, whole);
    boolean arrived = false;
    try {
      out.write(bytes, at, length);
      arrived = true;
    } finally {
      if (!arrived && (tokens > 0 || whole)) {
        tally.takesBack(job.received(), tokens, whole);
      }
    }
  }

  private End end(End end, HttpReader reader) throws IOException {
    switch (end) {
      case HANG -> reader.leftWithin(null, false);
      case CLOSE_LATER -> reader.leftWithin(null, true);
      case RESET -> socket.setSoLinger(true, 0);
      case CLOSE -> socket.shutdownOutput();
    }
    return end;
  }

  /** Ends it from outside. */
  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed all the same.
      return;
    }
  }
}
