package dev.tenlines.tagging;

import dev.tenlines.TenlinesException;
import dev.tenlines.tagging.Learning.Learned;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/** A tagger as bytes: a magic number, its models, and a checksum over all before it. */
final class ModelBytes {
  private static final int MAGIC = 0x544C5431;
  private static final int CHECKSUM = 8;

  private ModelBytes() {}

  static byte[] write(Locale locale, Learned learned) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeUTF(locale.toLanguageTag());
      List<String> fields = learned.first().tags().fields();
      out.writeInt(fields.size());
      for (String field : fields) {
        out.writeUTF(field);
      }
      write(out, learned.first());
      Crf second = learned.second();
      out.writeBoolean(second != null);
      if (second != null) {
        write(out, second);
      }
      out.writeLong(sum(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new AssertionError("memory does not fail to be written", e);
    }
    return bytes.toByteArray();
  }

  static Tagger read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (bytes.length < 2 * CHECKSUM || in.readInt() != MAGIC) {
        throw broken("it is no tagger of this version");
      }
      int end = bytes.length - CHECKSUM;
      byte[] last = Arrays.copyOfRange(bytes, end, bytes.length);
      if (new DataInputStream(new ByteArrayInputStream(last)).readLong() != sum(bytes, end)) {
        throw broken("its checksum is wrong");
      }
      Locale locale = Locale.forLanguageTag(in.readUTF());
      List<String> fields = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        fields.add(in.readUTF());
      }
      Tags tags = new Tags(fields);
      Crf first = crf(in, tags);
      return new Tagger(locale, new Learned(first, in.readBoolean() ? crf(in, tags) : null));
    } catch (IOException e) {
      throw broken("it ends too early");
    }
  }

  private static void write(DataOutputStream out, Crf model) throws IOException {
    long[] keys = model.index().keys();
    out.writeInt(keys.length);
    for (long key : keys) {
      out.writeLong(key);
    }
    for (float weight : model.weights()) {
      out.writeFloat(weight);
    }
    for (double weight : model.kinship()) {
      out.writeDouble(weight);
    }
    for (double weight : model.moves()) {
      out.writeDouble(weight);
    }
  }

  private static Crf crf(DataInputStream in, Tags tags) throws IOException {
    FeatureIndex index = new FeatureIndex();
    int features = in.readInt();
    for (int i = 0; i < features; i++) {
      index.put(in.readLong());
    }
    float[] weights = new float[features * tags.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = in.readFloat();
    }
    double[] kinship = doubles(in, Kinship.SIZE * Tags.PLACES);
    return new Crf(tags, index, weights, kinship, doubles(in, tags.size() * tags.size()));
  }

  private static double[] doubles(DataInputStream in, int size) throws IOException {
    double[] all = new double[size];
    for (int i = 0; i < size; i++) {
      all[i] = in.readDouble();
    }
    return all;
  }

  private static long sum(byte[] bytes, int end) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, end);
    return sum.getValue();
  }

  private static TenlinesException broken(String why) {
    return new TenlinesException(
        "TL-146",
        "The model (tagger) cannot be read: " + why + ".",
        "Maybe learn it again from the reviewed examples.");
  }
}
