package dev.tenlines.extract;

import dev.tenlines.Feature;
import dev.tenlines.Finding;
import dev.tenlines.Parts;
import dev.tenlines.Profile;
import dev.tenlines.Task;
import dev.tenlines.TenlinesException;
import dev.tenlines.document.Document;
import dev.tenlines.fields.Schema;
import dev.tenlines.ladder.OtherRung;
import dev.tenlines.ladder.Rung;
import dev.tenlines.model.ModelClient;
import dev.tenlines.model.PromptFile;
import dev.tenlines.project.Project;
import dev.tenlines.text.Setting;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a schema in mails, PDFs and texts. */
public final class Extracting implements Task<Extraction> {
  /** A file of the project, or the schema itself. */
  public static final String SCHEMA = "schema";

  public static final String LOCALE = "locale";

  @Override
  public Class<Extraction> type() {
    return Extraction.class;
  }

  @Override
  public List<String> usual() {
    return List.of(Ways.STRUCTURED, Ways.RULES, Ways.TEMPLATES, Ways.LEARNED, "review");
  }

  @Override
  public List<String> known() {
    return List.of(Ways.STRUCTURED, Ways.RULES, Ways.TEMPLATES, Ways.LEARNED);
  }

  @Override
  public String reason(String rung, Profile profile) {
    return switch (rung) {
      case Ways.STRUCTURED -> "what machines wrote for machines is read exactly, at no cost";
      case Ways.RULES -> "labels, forms and check digits tell most fields, at no cost";
      case Ways.TEMPLATES -> "where people found the fields of this sender or layout, at no cost";
      default -> "what many reviewed documents taught, at no cost";
    };
  }

  @Override
  public List<String> keys() {
    return List.of(SCHEMA, LOCALE);
  }

  @Override
  public boolean unattended() {
    return true;
  }

  @Override
  public List<Finding> findings(Feature feature) {
    return feature.detail(SCHEMA).size() == 1
        ? List.of()
        : List.of(
            Finding.error(
                "TL-294",
                "The feature (" + feature.name() + ") has no schema.",
                "Maybe add schema: schemas/invoice.json."));
  }

  @Override
  public List<Finding> findings(Feature feature, Path directory) {
    try {
      if (feature.detail(SCHEMA).size() == 1) {
        schema(resolved(feature, directory));
      }
      locale(feature);
      return List.of();
    } catch (TenlinesException e) {
      return List.of(Finding.error(e.id(), e.what(), e.hint()));
    }
  }

  /** The schema is read once, so that whoever has the feature knows its fields. */
  @Override
  public Feature resolved(Feature feature, Path directory) {
    String named = feature.detail(SCHEMA).isEmpty() ? "" : feature.detail(SCHEMA).getFirst();
    if (named.isEmpty() || named.strip().startsWith("{")) {
      return feature;
    }
    String text = Project.existing(directory.resolve(named));
    if (text == null) {
      throw new TenlinesException(
          "TL-290",
          "The schema (" + named + ") cannot be used: there is no such file.",
          "Maybe its path starts in the project's directory.");
    }
    return feature.withDetail(SCHEMA, text);
  }

  @Override
  public Ready<Extraction> open(Parts parts) {
    Feature feature = parts.feature();
    Schema schema = schema(feature);
    Settings place = new Settings(locale(feature), parts.clock());
    Reading reading =
        new Reading(schema, new Extractor(schema), Ways.of(schema, place, parts), place);
    List<String> free = parts.names().stream().filter(known()::contains).toList();
    List<Rung<Extraction>> rungs = new ArrayList<>();
    for (String name : parts.names()) {
      Rung<Extraction> rung = rung(name, parts, reading, free);
      if (rung != null) {
        rungs.add(rung);
      }
    }
    return new Ready<>(rungs, List.of(new GroundedVerifier(schema)), null);
  }

  private @Nullable Rung<Extraction> rung(
      String name, Parts parts, Reading reading, List<String> free) {
    if (free.contains(name)) {
      List<String> own = free.subList(0, free.indexOf(name) + 1);
      return new FieldRung(
          name, reading.schema().digest(), reading, own, name.equals(free.getLast()));
    }
    ModelClient model = parts.models().of(name);
    if (model != null) {
      ExtractPrompt prompt = new ExtractPrompt(PromptFile.of("extract", parts.directory()));
      return new LlmFieldRung(name, model, reading, free, prompt);
    }
    Rung<?> other = parts.others().get(name);
    return other == null
        ? null
        : new OtherRung<>(
            other,
            (request, said) -> {
              Extraction pointed = Said.located(reading, request, name, said.value());
              return said.with(pointed, pointed.evidence());
            });
  }

  @Override
  public Object value(Feature feature, Object said) {
    return Said.checked(feature.name(), schema(feature), said);
  }

  @Override
  public boolean same(Object answer, Object right) {
    return Said.values(answer).equals(Said.values(right));
  }

  @Override
  public String words(Object value) {
    return String.join(
        ", ",
        Said.values(value).entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue())
            .toList());
  }

  @Override
  public @Nullable Table table(@Nullable Object value) {
    return value == null ? null : FieldTable.of(value);
  }

  @Override
  public Map<String, String> cells(Feature feature, @Nullable Object value) {
    Map<String, Object> values = Said.values(value);
    Map<String, String> cells = new LinkedHashMap<>();
    schema(feature)
        .fields()
        .forEach(field ->
            cells.put(field.name(), String.valueOf(values.getOrDefault(field.name(), ""))));
    return cells;
  }

  /** The schema of a feature that {@link #resolved} has seen. */
  public static Schema schema(Feature feature) {
    return Schema.parse(feature.name(), feature.detail(SCHEMA).getFirst());
  }

  /** Where and when a document of a feature was written. */
  public static Setting setting(Feature feature, Document document, Clock clock) {
    return new Settings(locale(feature), clock).of(document);
  }

  private static @Nullable Locale locale(Feature feature) {
    List<String> said = feature.detail(LOCALE);
    if (said.isEmpty()) {
      return null;
    }
    try {
      return new Locale.Builder().setLanguageTag(said.getFirst()).build();
    } catch (IllformedLocaleException e) {
      throw new TenlinesException(
          "TL-295",
          "The locale (" + said.getFirst() + ") of (" + feature.name() + ") is none.",
          "Maybe write de-DE or en-GB, or leave it out.");
    }
  }
}
