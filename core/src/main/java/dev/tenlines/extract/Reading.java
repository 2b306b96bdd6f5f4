package dev.tenlines.extract;

import dev.tenlines.Request;
import dev.tenlines.document.Document;
import dev.tenlines.document.SourceFile;
import dev.tenlines.extract.Extracted.State;
import dev.tenlines.extract.Extractor.Source;
import dev.tenlines.fields.FieldFinder;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.Schema;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.text.Setting;
import java.util.List;

/**
 * Reads a document with what finds fields without any model.
 *
 * @param ways what finds fields, the surest first
 * @param place the language and country of the documents, and the zone of their times
 */
record Reading(Schema schema, Extractor extractor, List<Way> ways, Settings place) {
  /** From here on a field leaves without a person. */
  static final double SURE = 0.8;

  /** Who is so sure need not be held against those who know less. */
  static final double LIKELY = 0.5;

  Reading {
    ways = List.copyOf(ways);
  }

  /**
   * One way to find fields.
   *
   * @param rung the name it is climbed by
   */
  record Way(String rung, Finders finders) {}

  /** Finders may differ from tenant to tenant: what people taught one is not known to another. */
  @FunctionalInterface
  interface Finders {
    FieldFinder of(String tenant);
  }

  /** What these rungs find. */
  Extraction read(Request request, List<String> rungs) {
    Document document = document(request);
    Setting setting = place.of(document);
    return extractor.of(document, field -> find(request, document, setting, field, rungs));
  }

  private Source find(
      Request request, Document document, Setting setting, FieldSpec field, List<String> rungs) {
    Source best = new Source("", List.of());
    for (Way way : ways) {
      if (rungs.contains(way.rung())) {
        Source found =
            new Source(
                way.rung(), way.finders().of(request.tenant()).find(document, field, setting));
        if (found.likelihood() >= LIKELY) {
          return found;
        }
        best = found.likelihood() > best.likelihood() ? found : best;
      }
    }
    return best;
  }

  /** The document that a request is about; a text is one, too. */
  static Document document(Request request) {
    SourceFile file = request.file();
    return file == null ? DocumentReader.plain("input", request.input()) : file.document();
  }

  /** Whether nothing is left to ask: every field is there, or every one that has to be. */
  boolean complete(Extraction extraction, boolean last) {
    return !extraction.any(State.AMBIGUOUS)
        && !extraction.any(State.CONTRADICTORY)
        && schema.fields().stream()
            .filter(field -> !last || field.required())
            .allMatch(field -> extraction.field(field.name()) != null);
  }

  /** How sure the least sure field is. */
  static double score(Extraction extraction) {
    return extraction.read().stream().mapToDouble(Extracted::confidence).min().orElse(0);
  }
}
