package dev.tenlines.draft;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tenlines.Evidence;
import dev.tenlines.TextValue;
import dev.tenlines.text.Sentences;
import dev.tenlines.verify.FactVerifier;
import dev.tenlines.verify.Source;
import java.util.List;

/**
 * A reply that a person will read, change and send.
 *
 * @param sentences its sentences, each with where its facts come from
 */
@JsonPropertyOrder({"text", "sentences"})
public record Draft(String text, List<Sentence> sentences) implements TextValue {
  public Draft {
    sentences = List.copyOf(sentences);
  }

  /**
   * A sentence of a draft.
   *
   * @param from where the numbers, dates and names in it stand; those without a source are missing
   */
  @JsonPropertyOrder({"text", "from"})
  public record Sentence(String text, List<Evidence> from) {
    public Sentence {
      from = List.copyOf(from);
    }
  }

  /** A text with the places its facts come from. */
  public static Draft of(String text, List<Source> sources) {
    return new Draft(
        text,
        Sentences.of(text).stream()
            .map(sentence ->
                new Sentence(sentence, List.copyOf(FactVerifier.evidence(sentence, sources))))
            .toList());
  }

  /** Where all its facts come from. */
  List<Evidence> evidence() {
    return sentences.stream().flatMap(sentence -> sentence.from().stream()).distinct().toList();
  }

  /** The text, as people read it. */
  @Override
  public String toString() {
    return text;
  }
}
