package dev.tenlines.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.document.Document;
import dev.tenlines.document.Refused;
import dev.tenlines.document.Unreadable;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.Schema;
import dev.tenlines.mail.MailReader;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.text.Language;
import dev.tenlines.text.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is found in a mail for the fields of one of the schemas among the examples. */
final class Asked {
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-23T10:00Z");

  private final Schema schema;

  Asked(String name) {
    try {
      Path file = Path.of("..", "examples", "sample", "schemas", name + ".json");
      schema = Schema.parse(name, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Document mail(String mail) {
    String whole =
        mail.replaceFirst(
            "\\n\\n",
            "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n");
    try {
      return MailReader.read(
          "mail.eml",
          whole.getBytes(StandardCharsets.UTF_8),
          (name, type, bytes) -> {
            throw new Unreadable(Refused.Kind.UNSUPPORTED, "nothing inside");
          });
    } catch (Unreadable e) {
      throw new IllegalStateException(e);
    }
  }

  static Document text(String text) {
    return DocumentReader.plain("text.txt", text);
  }

  /** The likeliest value of each field that has one, as "name = value". */
  List<String> of(Document document) {
    return all(document).entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty() && entry.getValue().getFirst().score() >= 0.3)
        .map(entry -> entry.getKey() + " = " + entry.getValue().getFirst().value())
        .toList();
  }

  Map<String, List<Candidate>> all(Document document) {
    Setting setting = new Setting(Language.of(document.text()), NOW);
    Notices notices = new Notices();
    Map<String, List<Candidate>> all = new LinkedHashMap<>();
    for (FieldSpec field : schema.fields()) {
      List<Candidate> found = notices.find(document, field, setting);
      for (Candidate one : found) {
        assertThat(one.text()).isEqualTo(one.span().of(document.text()));
      }
      all.put(field.name(), found);
    }
    return all;
  }
}
