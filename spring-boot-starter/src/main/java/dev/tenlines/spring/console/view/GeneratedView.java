package dev.tenlines.spring.console.view;

import java.util.List;

/**
 * How one answer came about, token by token.
 *
 * @param cost what its tokens cost together, in words
 * @param table every token with its chance, the alternatives and the price so far
 */
public record GeneratedView(String model, List<Token> tokens, String cost, Table table) {

  public GeneratedView {
    tokens = List.copyOf(tokens);
  }

  /**
   * One token.
   *
   * @param chance its probability, {@code 83 %}
   * @param shade from {@code likely} to {@code rare}: the name of a colour
   * @param others what else could have stood there, in words
   */
  public record Token(Shown text, String chance, String shade, Shown others) {}
}
