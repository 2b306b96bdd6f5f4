package dev.tenlines.answer;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tenlines.Evidence;
import dev.tenlines.TextValue;
import java.util.List;

/**
 * An answer with the words it stands on.
 *
 * @param text what to read; empty where the documents hold no answer
 * @param statements its parts, each with the quotes it stands on; together they are the text
 * @param quotes what is cited, numbered from 1 by their place; of an empty answer the passages that
 *     come nearest
 * @param contradictions pairs of quotes, by number, that say different things of the same
 */
@JsonPropertyOrder({"text", "statements", "quotes", "contradictions"})
public record Answer(
    String text, List<Statement> statements, List<Quote> quotes, List<Contradiction> contradictions)
    implements TextValue {
  public Answer {
    statements = List.copyOf(statements);
    quotes = List.copyOf(quotes);
    contradictions = List.copyOf(contradictions);
  }

  /**
   * A sentence of an answer.
   *
   * @param quotes numbers of the quotes that say so, from 1
   */
  @JsonPropertyOrder({"text", "quotes"})
  public record Statement(String text, List<Integer> quotes) {
    public Statement {
      quotes = List.copyOf(quotes);
    }
  }

  /** Two quotes that do not go together, by number. */
  @JsonPropertyOrder({"first", "second", "about"})
  public record Contradiction(int first, int second, String about) {}

  /** Nothing in the documents, and what comes nearest. */
  public static Answer none(List<Quote> nearest) {
    return new Answer("", List.of(), nearest, List.of());
  }

  /** Where the quotes stand. */
  List<Evidence> evidence() {
    return List.copyOf(quotes.stream().map(Quote::span).toList());
  }

  /** The text, as people read it. */
  @Override
  public String toString() {
    return text;
  }
}
