package dev.tenlines.learn;

import dev.tenlines.text.Digest;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An embedder that remembers, from one training to the next, the vectors of texts it has seen.
 * Computing them takes as long as all the rest of a training. Texts are kept as digests only, and
 * what a training did not ask for is forgotten. It owns neither the embedder nor an open file, and
 * where the file is missing, broken or of another embedder, vectors are computed again.
 */
public final class VectorFile implements Embedder {
  private static final int MAGIC = 0x544C5631;

  /** The first half of a SHA-256: collisions are out of reach. */
  private record Key(long high, long low) {}

  private final Path file;
  private final Embedder embedder;
  private final Map<Key, float[]> known = new ConcurrentHashMap<>();
  private final Set<Key> used = ConcurrentHashMap.newKeySet();

  private VectorFile(Path file, Embedder embedder) {
    this.file = file;
    this.embedder = embedder;
  }

  /** Reads what is remembered of this embedder. */
  public static VectorFile open(Path file, Embedder embedder) {
    VectorFile vectors = new VectorFile(file, embedder);
    if (Files.exists(file)) {
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
        vectors.read(in);
      } catch (IOException e) {
        // It only saves time: without it, or with a part of it, the training takes longer.
        return vectors;
      }
    }
    return vectors;
  }

  @Override
  public String id() {
    return embedder.id();
  }

  @Override
  public int dimensions() {
    return embedder.dimensions();
  }

  @Override
  public float[] embed(String text) {
    Key key = key(text);
    used.add(key);
    return known.computeIfAbsent(key, absent -> embedder.embed(text));
  }

  /** Keeps the vectors that were asked for; the embedder stays open. */
  @Override
  public void close() {
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16))) {
        write(out);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // A full disk costs time at the next training, not this one's result.
      return;
    }
  }

  private void read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC || !in.readUTF().equals(id()) || in.readInt() != dimensions()) {
      return;
    }
    byte[] row = new byte[16 + 4 * dimensions()];
    while (in.readNBytes(row, 0, row.length) == row.length) {
      ByteBuffer bytes = ByteBuffer.wrap(row);
      Key key = new Key(bytes.getLong(), bytes.getLong());
      float[] vector = new float[dimensions()];
      bytes.asFloatBuffer().get(vector);
      known.put(key, vector);
    }
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeUTF(id());
    out.writeInt(dimensions());
    byte[] row = new byte[16 + 4 * dimensions()];
    for (Key key : used) {
      float[] vector = known.get(key);
      if (vector != null) {
        ByteBuffer bytes = ByteBuffer.wrap(row);
        bytes.putLong(key.high()).putLong(key.low());
        bytes.asFloatBuffer().put(vector);
        out.write(row);
      }
    }
  }

  private static Key key(String text) {
    String digest = Digest.of(text);
    return new Key(
        Long.parseUnsignedLong(digest, 0, 16, 16), Long.parseUnsignedLong(digest, 16, 32, 16));
  }
}
