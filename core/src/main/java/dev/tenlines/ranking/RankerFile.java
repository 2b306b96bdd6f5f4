package dev.tenlines.ranking;

import dev.tenlines.TenlinesException;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** A ranker as bytes: a magic number with a version, a field after the other, and a checksum. */
final class RankerFile {
  private static final int MAGIC = 0x544C5201;
  private static final int CHECKSUM = Long.BYTES;

  private RankerFile() {}

  static byte[] bytes(Map<String, FieldModel> models) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeInt(MAGIC);
      out.writeInt(models.size());
      for (FieldModel model : models.values()) {
        write(out, model);
      }
      out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new AssertionError("memory does not fail to be written", e);
    }
  }

  static Map<String, FieldModel> read(byte[] bytes) {
    int length = bytes.length - CHECKSUM;
    if (length < Integer.BYTES) {
      throw broken("it ends too early");
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC) {
        throw broken("it is not a ranker of this version");
      }
      if (checksum(bytes, length) != sum(bytes, length)) {
        throw broken("its checksum is wrong");
      }
      Map<String, FieldModel> models = new LinkedHashMap<>();
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        FieldModel model = model(in);
        models.put(model.field().name(), model);
      }
      return models;
    } catch (IOException | IllegalArgumentException e) {
      throw broken(String.valueOf(e.getMessage()));
    }
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, length);
    return sum.getValue();
  }

  private static long sum(byte[] bytes, int at) {
    return java.nio.ByteBuffer.wrap(bytes).getLong(at);
  }

  private static void write(DataOutputStream out, FieldModel model) throws IOException {
    FieldSpec field = model.field();
    out.writeUTF(field.name());
    out.writeUTF(field.type().name());
    out.writeUTF(field.kind());
    strings(out, field.labels());
    out.writeBoolean(field.many());
    strings(out, field.choices());
    out.writeInt(model.memory().spellings().size());
    for (Map.Entry<String, Map<String, Integer>> one : model.memory().spellings().entrySet()) {
      string(out, one.getKey());
      out.writeInt(model.memory().asWritten().getOrDefault(one.getKey(), 0));
      out.writeInt(one.getValue().size());
      for (Map.Entry<String, Integer> spelling : one.getValue().entrySet()) {
        string(out, spelling.getKey());
        out.writeInt(spelling.getValue());
      }
    }
    weights(out, model.values());
    weights(out, model.places());
    out.writeFloat(model.none());
    out.writeFloat(model.temperature());
  }

  private static FieldModel model(DataInputStream in) throws IOException {
    FieldSpec field =
        new FieldSpec(
            in.readUTF(),
            FieldType.valueOf(in.readUTF()),
            in.readUTF(),
            strings(in),
            "",
            false,
            in.readBoolean(),
            strings(in));
    Memory memory = Memory.empty();
    int keys = in.readInt();
    for (int k = 0; k < keys; k++) {
      Map<String, Integer> spellings = new TreeMap<>();
      String key = string(in);
      int written = in.readInt();
      if (written > 0) {
        memory.asWritten().put(key, written);
      }
      int count = in.readInt();
      for (int s = 0; s < count; s++) {
        spellings.put(string(in), in.readInt());
      }
      memory.spellings().put(key, spellings);
    }
    return new FieldModel(field, memory, weights(in), weights(in), in.readFloat(), in.readFloat());
  }

  private static void strings(DataOutputStream out, List<String> strings) throws IOException {
    out.writeInt(strings.size());
    for (String string : strings) {
      string(out, string);
    }
  }

  private static List<String> strings(DataInputStream in) throws IOException {
    List<String> strings = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      strings.add(string(in));
    }
    return strings;
  }

  /** Values may be longer than what {@code writeUTF} takes. */
  private static void string(DataOutputStream out, String string) throws IOException {
    byte[] utf = string.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    out.writeInt(utf.length);
    out.write(utf);
  }

  private static String string(DataInputStream in) throws IOException {
    byte[] utf = in.readNBytes(in.readInt());
    return new String(utf, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static void weights(DataOutputStream out, Weights weights) throws IOException {
    int kept = 0;
    for (float value : weights.values()) {
      kept += value == 0 ? 0 : 1;
    }
    out.writeInt(kept);
    for (int i = 0; i < weights.keys().length; i++) {
      if (weights.values()[i] != 0) {
        out.writeLong(weights.keys()[i]);
        out.writeFloat(weights.values()[i]);
      }
    }
  }

  private static Weights weights(DataInputStream in) throws IOException {
    int size = in.readInt();
    long[] keys = new long[Math.min(size, in.available() / 12 + 1)];
    float[] values = new float[keys.length];
    for (int i = 0; i < size; i++) {
      keys[i] = in.readLong();
      values[i] = in.readFloat();
    }
    return new Weights(Arrays.copyOf(keys, size), values);
  }

  private static TenlinesException broken(String why) {
    return new TenlinesException(
        "TL-146",
        "The model (ranker) cannot be read: " + why + ".",
        "Maybe run the trial again, or take back an older version.");
  }
}
