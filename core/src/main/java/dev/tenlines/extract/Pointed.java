package dev.tenlines.extract;

import dev.tenlines.document.Document;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.model.ModelText;
import dev.tenlines.text.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a model's answer points to, field by field; whatever it is, nothing of it is believed. */
final class Pointed {
  /** Words that stand there and can be the field are more likely right than not. */
  static final double POINTED = 0.6;

  /** So are words that were a candidate anyway. */
  private static final double AGREED = 0.9;

  private static final Set<FieldType> NUMBERS =
      Set.of(FieldType.MONEY, FieldType.NUMBER, FieldType.INTEGER, FieldType.PERCENT);

  private final Reading reading;
  private final Document document;
  private final List<FieldSpec> open;
  private final String rung;
  private final Setting setting;
  private final Pointing pointing;

  Pointed(Reading reading, Document document, List<FieldSpec> open, String rung) {
    this.reading = reading;
    this.document = document;
    this.open = open;
    this.rung = rung;
    this.setting = reading.place().of(document);
    this.pointing = new Pointing(document, setting);
  }

  /**
   * What an answer comes to.
   *
   * @param wrong what is wrong with it, for the model; empty when nothing is
   */
  record Read(Map<String, List<Candidate>> fields, String wrong) {
    Read {
      fields = Map.copyOf(fields);
    }
  }

  /** Everything of a field's type in the document. */
  List<Candidate> typed(FieldSpec field) {
    return pointing.typed(field);
  }

  Read read(ModelText answer) {
    JsonNode said = answer.object();
    if (said == null) {
      return new Read(Map.of(), "That is not one JSON object with the fields. Answer only that.");
    }
    Map<String, List<Candidate>> fields = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    for (FieldSpec field : open) {
      List<Candidate> places = places(field, said.path(field.name()), wrong);
      if (!places.isEmpty()) {
        fields.put(field.name(), places);
      }
    }
    return new Read(
        fields,
        wrong.isEmpty()
            ? ""
            : "These do not stand in the document or are no such thing: "
                + String.join(", ", wrong)
                + ". Answer the whole object again with words of the document, or null.");
  }

  private List<Candidate> places(FieldSpec field, JsonNode said, List<String> wrong) {
    List<Candidate> places = new ArrayList<>();
    for (JsonNode one : said.isArray() ? said : List.of(said)) {
      boolean fits = one.isString() || one.isNumber() && NUMBERS.contains(field.type());
      String words = fits ? one.asString() : "";
      if (words.isBlank()) {
        if (!one.isNull() && !one.isMissingNode() && !one.isString()) {
          wrong.add(field.name());
        }
        continue;
      }
      Candidate place = pointing.at(field, words);
      if (place == null) {
        wrong.add(field.name());
      } else {
        places.add(scored(field, place));
      }
    }
    // Several values for one field are none.
    return field.many() || places.size() == 1 ? places : List.of();
  }

  private Candidate scored(FieldSpec field, Candidate place) {
    boolean found =
        pointing.typed(field).stream().anyMatch(one -> Values.same(one.value(), place.value()));
    return place.scored(found ? AGREED : POINTED);
  }

  /** A second answer counts where it says more. */
  Read better(Read first, Read second) {
    Map<String, List<Candidate>> fields = new LinkedHashMap<>(first.fields());
    fields.putAll(second.fields());
    return new Read(fields, "");
  }

  /** What was found before, with what was pointed at in place of what was open. */
  Extraction with(Extraction found, Read read) {
    Extraction own =
        reading
            .extractor()
            .of(
                document,
                field ->
                    new Extractor.Source(
                        rung, read.fields().getOrDefault(field.name(), List.of())));
    Map<String, @Nullable Extracted> fields = new LinkedHashMap<>(found.fields());
    own.fields()
        .forEach((name, field) -> {
          if (field != null) {
            fields.put(name, field);
          }
        });
    return reading.extractor().checked(fields);
  }
}
