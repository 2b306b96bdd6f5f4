package dev.tenlines.server;

import dev.tenlines.TenlinesException;
import dev.tenlines.document.Document;
import dev.tenlines.document.DocumentJson;
import dev.tenlines.document.Placed;
import dev.tenlines.document.Span;
import dev.tenlines.fields.Recognizers;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.server.terminal.Console;
import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Shows what stands in a mail, a PDF, HTML or text, and where; no model is asked.")
final class ReadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Mails, PDFs, HTML or text.")
  private List<Path> files = List.of();

  @Option(
      names = "--locale",
      defaultValue = "en",
      paramLabel = "TAG",
      description = "The text's language and country: 3/4 is April in en-GB (default en).")
  private String locale = "en";

  @Option(
      names = "--now",
      paramLabel = "TIME",
      description =
          "What tomorrow counts from: 2026-11-23T10:00+01:00[Europe/Berlin] (default now).")
  private @Nullable String now;

  @Option(names = "--text", description = "Print the text too, block by block.")
  private boolean text;

  @Option(names = "--json", description = "Print one line of JSON for each file.")
  private boolean json;

  private final Clock clock = Clock.system(ZoneId.systemDefault());

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    Setting setting = new Setting(Locale.forLanguageTag(locale), time());
    int refused = 0;
    try (DocumentReader reader = new DocumentReader()) {
      for (Path file : files) {
        try {
          Document document = reader.read(file.getFileName() + "", bytes(file)).orThrow();
          show(console, document, setting);
        } catch (TenlinesException e) {
          refused++;
          console.err().println(file + ": " + e.getMessage());
        }
      }
    }
    return refused == 0 ? 0 : 1;
  }

  private ZonedDateTime time() {
    try {
      return now == null ? ZonedDateTime.now(clock) : ZonedDateTime.parse(now);
    } catch (DateTimeException e) {
      throw new TenlinesException(
          "TL-317",
          "The time (" + now + ") of --now is not readable.",
          "Maybe write it like 2026-11-23T10:00+01:00[Europe/Berlin].");
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new TenlinesException(
          "TL-110",
          "The file (" + file + ") cannot be read: " + e.getMessage() + ".",
          "Maybe check the path.");
    }
  }

  private void show(Console console, Document document, Setting setting) {
    List<Found> found = new Recognizers().find(document.text(), setting);
    if (json) {
      console.json(fields(document, found));
    } else {
      print(console, document, found);
    }
    document.attachments().forEach(inner -> show(console, inner, setting));
  }

  private static Map<String, Object> fields(Document document, List<Found> found) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("document", JsonMapper.shared().readTree(DocumentJson.write(document)));
    out.put("found", found.stream().map(one -> fields(document, one)).toList());
    return out;
  }

  private static Map<String, Object> fields(Document document, Found found) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("text", found.text());
    out.put("start", found.start());
    out.put("end", found.end());
    out.put("page", page(document, found));
    out.put("kind", kind(found.value()));
    out.put("readings", found.readings().stream().map(Value::normal).toList());
    return out;
  }

  private void print(Console console, Document document, List<Found> found) {
    console.line(
        "%s: %s, %s%d characters, %d attachments"
            .formatted(
                document.name(),
                document.mediaType(),
                document.pages().isEmpty() ? "" : document.pages().size() + " pages, ",
                document.text().length(),
                document.attachments().size()));
    document.warnings().forEach(warning -> console.line("warning: " + warning));
    if (!document.fields().isEmpty()) {
      console.line("Written for machines:");
      console.table(
          List.of("name", "value", "source"),
          document.fields().stream()
              .map(field -> List.of(field.name(), line(field.value()), field.source()))
              .toList());
    }
    if (!found.isEmpty()) {
      console.line("Found:");
      List<List<String>> rows = new ArrayList<>();
      for (Found one : found) {
        rows.add(
            List.of(
                place(document, one),
                kind(one.value()),
                line(one.text()),
                one.readings().stream().map(Value::normal).collect(Collectors.joining(" or "))));
      }
      console.table(List.of("at", "kind", "text", "means"), rows);
    }
    if (text) {
      document
          .blocks()
          .forEach(block ->
              console.line(
                  "%-12s  %s"
                      .formatted(
                          block.kind().name().toLowerCase(Locale.ROOT),
                          line(block.span().of(document.text())))));
    }
    console.line("");
  }

  private static String place(Document document, Found found) {
    Integer page = page(document, found);
    return (page == null ? "" : "page " + page + ", ") + found.start();
  }

  private static @Nullable Integer page(Document document, Found found) {
    List<Placed> places = document.places(new Span(found.start(), found.end()));
    return places.isEmpty() ? null : places.getFirst().page();
  }

  private static String kind(Value value) {
    return switch (value) {
      case Value.Identifier identifier -> identifier.kind();
      case Value.Named named -> named.kind();
      case Value.Numeric numeric -> numeric.ordinal() ? "ordinal" : "number";
      case Value.Percent percent -> "percent";
      case Value.Amount amount -> "amount";
      case Value.Quantity quantity -> "quantity";
      case Value.Period period -> "time";
      case Value.Length length -> "duration";
    };
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
