package dev.tenlines.summarize;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tenlines.Evidence;
import dev.tenlines.TextValue;
import java.util.List;

/**
 * A summary within a budget of words.
 *
 * @param text its sentences; never empty
 * @param sentences in the order of the source, each with where it comes from
 * @param facts who, when and how much, as the source says it
 * @param replaced how many sentences of a model did not stand on the source and gave way to it
 */
@JsonPropertyOrder({"text", "sentences", "facts", "replaced"})
public record Summary(String text, List<Sentence> sentences, List<KeyFact> facts, int replaced)
    implements TextValue {
  public Summary {
    sentences = List.copyOf(sentences);
    facts = List.copyOf(facts);
  }

  /** Sentences one after the other. */
  static Summary of(List<Sentence> sentences, List<KeyFact> facts, int replaced) {
    String text = String.join(" ", sentences.stream().map(Sentence::text).toList());
    return new Summary(text, sentences, facts, replaced);
  }

  /**
   * A sentence of a summary.
   *
   * @param from the sentences of the source it stands on
   */
  @JsonPropertyOrder({"text", "from"})
  public record Sentence(String text, List<Evidence> from) {
    public Sentence {
      from = List.copyOf(from);
    }
  }

  /**
   * Something that a reader wants to know exactly.
   *
   * @param kind {@code party}, {@code date} or {@code amount}
   * @param text as the source writes it
   * @param about what the source says around it, in a few of its words; may be empty
   * @param from where it stands first
   */
  @JsonPropertyOrder({"kind", "text", "about", "from"})
  public record KeyFact(String kind, String text, String about, Evidence from) {}

  /** Where all its sentences come from. */
  List<Evidence> evidence() {
    return sentences.stream().flatMap(sentence -> sentence.from().stream()).distinct().toList();
  }

  /** The text, as people read it. */
  @Override
  public String toString() {
    return text;
  }
}
