package dev.tenlines.learn;

import dev.tenlines.TenlinesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Certificates as JSON, one object each; a shut rung has no threshold. */
public final class CertificateFile {
  private CertificateFile() {}

  public static void write(Certificates certificates, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text(certificates));
    } catch (IOException e) {
      throw new TenlinesException(
          "TL-148",
          "The certificates (" + file + ") cannot be written: " + e.getMessage() + ".",
          "Maybe the directory is not writable.");
    }
  }

  public static Certificates read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException | JacksonException | NullPointerException | IllegalArgumentException e) {
      throw new TenlinesException(
          "TL-149",
          "The certificates (" + file + ") cannot be read: " + e.getMessage() + ".",
          "Maybe run the trial again.");
    }
  }

  /** Certificates as a JSON text. */
  public static String text(Certificates certificates) {
    return JsonMapper.shared()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(certificates.all().stream().map(CertificateFile::fields).toList());
  }

  /** Reads what {@link #text} wrote. */
  public static Certificates parse(String text) {
    List<Certificate> all = new ArrayList<>();
    for (JsonNode node : JsonMapper.shared().readTree(text)) {
      all.add(certificate(node));
    }
    return new Certificates(all);
  }

  /** A certificate as names and values, in a fixed order. */
  public static Map<String, @Nullable Object> fields(Certificate certificate) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("id", certificate.id());
    out.put("rung", certificate.rung());
    out.put("group", certificate.group());
    out.put("kind", certificate.kind().name().toLowerCase(Locale.ROOT));
    out.put("promised", certificate.promised());
    out.put("stated", certificate.stated());
    out.put("confidence", certificate.confidence());
    out.put("threshold", certificate.open() ? certificate.threshold() : null);
    out.put("rows", certificate.rows());
    out.put("errors", certificate.errors());
    out.put("bound", certificate.bound());
    out.put("missing", certificate.missing());
    out.put("issued", certificate.issued().toString());
    out.put("source", certificate.source());
    return out;
  }

  private static Certificate certificate(JsonNode node) {
    JsonNode threshold = node.get("threshold");
    return new Certificate(
        node.get("id").asString(),
        node.get("rung").asString(),
        node.get("group").asString(),
        Certificate.Kind.valueOf(node.get("kind").asString().toUpperCase(Locale.ROOT)),
        node.get("promised").asDouble(),
        node.get("stated").asDouble(),
        node.get("confidence").asDouble(),
        threshold.isNull() ? Double.POSITIVE_INFINITY : threshold.asDouble(),
        node.get("rows").asInt(),
        node.get("errors").asInt(),
        node.get("bound").asDouble(),
        node.get("missing").asInt(),
        Instant.parse(node.get("issued").asString()),
        node.get("source").asString());
  }
}
