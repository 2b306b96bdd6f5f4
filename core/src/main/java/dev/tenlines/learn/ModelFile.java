package dev.tenlines.learn;

import dev.tenlines.TenlinesException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A classifier on disk: a magic number and a format, the parts in the order of {@link Classifier},
 * and a checksum. Written beside its place and moved there, so that a reader never sees half a
 * file.
 */
public final class ModelFile {
  private static final int MAGIC = 0x544C4D31;

  private ModelFile() {}

  public static void write(Classifier model, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path unfinished = file.resolveSibling(file.getFileName() + ".part");
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
        write(model, out);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new TenlinesException(
          "TL-145",
          "The model (" + file + ") cannot be written: " + e.getMessage() + ".",
          "Maybe the directory is not writable or the disk is full.");
    }
  }

  /** A model as bytes. */
  public static byte[] bytes(Classifier model) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      write(model, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new AssertionError("memory does not fail to be written", e);
    }
  }

  /**
   * Reads what {@link #bytes} made.
   *
   * @param name what to call it in an error
   * @param embedder the embedder it may need, or null
   */
  public static Classifier read(byte[] bytes, Path name, @Nullable Embedder embedder) {
    return read(new ByteArrayInputStream(bytes), name, embedder);
  }

  private static void write(Classifier model, OutputStream to) throws IOException {
    CRC32 sum = new CRC32();
    DataOutputStream out = new DataOutputStream(new CheckedOutputStream(to, sum));
    write(model, out);
    out.writeLong(sum.getValue());
    out.flush();
  }

  /**
   * Reads a model.
   *
   * @param embedder the embedder it may need, or null
   */
  public static Classifier read(Path file, @Nullable Embedder embedder) {
    try {
      return read(new BufferedInputStream(Files.newInputStream(file), 1 << 16), file, embedder);
    } catch (IOException e) {
      throw broken(file, String.valueOf(e.getMessage()));
    }
  }

  private static Classifier read(InputStream from, Path file, @Nullable Embedder embedder) {
    CRC32 sum = new CRC32();
    try (DataInputStream in = new DataInputStream(new CheckedInputStream(from, sum))) {
      Classifier model = read(in, file, embedder);
      long expected = sum.getValue();
      if (in.readLong() != expected) {
        throw broken(file, "its checksum is wrong");
      }
      return model;
    } catch (IOException e) {
      throw broken(file, String.valueOf(e.getMessage()));
    }
  }

  private static void write(Classifier model, DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeUTF(model.vectors().id());
    out.writeInt(model.labels().size());
    for (String label : model.labels()) {
      out.writeUTF(label);
    }
    out.writeInt(model.attributes().bits());
    floats(out, model.attributes().rarity());
    Quick quick = model.quick();
    out.writeBoolean(quick.softmax() != null);
    if (quick.softmax() != null) {
      softmax(out, quick.softmax());
      out.writeFloat(quick.temperature());
      out.writeDouble(quick.margin());
      out.writeDouble(quick.top());
    }
    softmax(out, model.softmax());
    out.writeFloat((float) model.embeddingWeight());
    out.writeFloat(model.temperature());
    familiarity(out, model.familiarity());
  }

  private static Classifier read(DataInputStream in, Path file, @Nullable Embedder embedder)
      throws IOException {
    if (in.readInt() != MAGIC) {
      throw broken(file, "it is not a model of this version");
    }
    String needs = in.readUTF();
    String found = embedder == null ? "" : embedder.id();
    if (!needs.isEmpty() && !needs.equals(found)) {
      throw new TenlinesException(
          "TL-147",
          "The model (" + file + ") needs the embedder (" + needs + ").",
          "Maybe add tenlines-local to the class path, or train again without it.");
    }
    List<String> labels = new ArrayList<>();
    int count = in.readInt();
    for (int c = 0; c < count; c++) {
      labels.add(in.readUTF());
    }
    Attributes attributes = new Attributes(in.readInt(), floats(in));
    Quick quick = Quick.NEVER;
    if (in.readBoolean()) {
      Softmax plain = softmax(in, count);
      quick = new Quick(plain, in.readFloat(), in.readDouble(), in.readDouble());
    }
    Softmax softmax = softmax(in, count);
    return new Classifier(
        labels,
        attributes,
        quick,
        softmax,
        in.readFloat(),
        in.readFloat(),
        familiarity(in),
        new Vectors(needs.isEmpty() ? null : embedder));
  }

  private static void softmax(DataOutputStream out, Softmax softmax) throws IOException {
    floats(out, softmax.sparse());
    floats(out, softmax.dense());
    floats(out, softmax.bias());
  }

  private static Softmax softmax(DataInputStream in, int labels) throws IOException {
    return new Softmax(labels, floats(in), floats(in), floats(in));
  }

  private static void familiarity(DataOutputStream out, Familiarity familiarity)
      throws IOException {
    out.writeInt(familiarity.references().length);
    for (byte[][] own : familiarity.references()) {
      out.writeInt(own.length);
      for (byte[] reference : own) {
        out.writeInt(reference.length);
        out.write(reference);
      }
    }
    for (double number : familiarity.scaling()) {
      out.writeDouble(number);
    }
    out.writeDouble(familiarity.gate());
  }

  private static Familiarity familiarity(DataInputStream in) throws IOException {
    byte[][][] references = new byte[in.readInt()][][];
    for (int c = 0; c < references.length; c++) {
      references[c] = new byte[in.readInt()][];
      for (int r = 0; r < references[c].length; r++) {
        references[c][r] = in.readNBytes(in.readInt());
      }
    }
    double[] scaling = {in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()};
    return new Familiarity(references, scaling, in.readDouble());
  }

  private static void floats(DataOutputStream out, float[] values) throws IOException {
    out.writeInt(values.length);
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    out.write(bytes.array());
  }

  private static float[] floats(DataInputStream in) throws IOException {
    float[] values = new float[in.readInt()];
    byte[] bytes = in.readNBytes(values.length * Float.BYTES);
    if (bytes.length < values.length * Float.BYTES) {
      throw new IOException("it ends too early");
    }
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }

  private static TenlinesException broken(Path file, String why) {
    return new TenlinesException(
        "TL-146",
        "The model (" + file + ") cannot be read: " + why + ".",
        "Maybe run the trial again, or take back an older version.");
  }
}
