package dev.tenlines.answer;

import dev.tenlines.answer.Answer.Statement;
import dev.tenlines.answer.Statements.Said;
import dev.tenlines.index.Passage;
import dev.tenlines.model.Marks;
import dev.tenlines.text.Sentences;
import dev.tenlines.text.Words;
import dev.tenlines.verify.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts an answer together from what a model says, as far as it holds: each statement needs a quote
 * that stands in one of the passages, and says nothing that the quote does not. Numbers of quotes
 * are given here; those a model writes are taken off.
 */
final class Composing {
  private static final int MOST_STATEMENTS = 12;
  private static final int LONGEST = 600;

  /** A statement without its quote stands on sentences that have nearly all its words. */
  private static final double STANDS_ON = 0.8;

  private static final Pattern OWN_NUMBERS =
      Pattern.compile("\\s*[\\[(【](?:passage |source )?\\d{1,2}(?:\\s*[,;]\\s*\\d{1,2})*[\\])】]");

  /** Such a beginning leans on the statement before. */
  private static final Set<String> LEANING =
      Set.of(
          "but",
          "however",
          "therefore",
          "thus",
          "hence",
          "otherwise",
          "instead",
          "it",
          "they",
          "this",
          "these",
          "that",
          "those",
          "then",
          "so",
          "also",
          "aber",
          "jedoch",
          "deshalb",
          "sonst",
          "dies");

  private final List<Locating> passages;
  private final @Nullable Integer words;
  private final List<Statement> statements = new ArrayList<>();
  private final List<Quote> quotes = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private boolean dropped;

  /**
   * Begins an answer.
   *
   * @param words how many it may have at most, or null
   */
  Composing(List<Passage> passages, @Nullable Integer words) {
    this.passages = passages.stream().map(Locating::new).toList();
    this.words = words;
  }

  /** Takes a statement in if it holds; what it was taken in as, or null. */
  @Nullable Statement add(Said said) {
    Statement statement = checked(said);
    dropped = statement == null;
    if (statement != null) {
      statements.add(statement);
    }
    return statement;
  }

  /** The quotes of a statement that was taken in. */
  List<Quote> quotes(Statement statement) {
    return statement.quotes().stream().map(number -> quotes.get(number - 1)).toList();
  }

  boolean isEmpty() {
    return statements.isEmpty();
  }

  int size() {
    return statements.size();
  }

  /** What was wrong, for the model; empty when nothing was. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  Answer answer() {
    return new Answer(text(statements), statements, quotes, List.of());
  }

  /** How much of what is said stands in the quotes, word for word. */
  double share() {
    return statements.stream()
        .mapToDouble(one -> Curated.share(one.text(), text(one, quotes)))
        .average()
        .orElse(0);
  }

  static String text(List<Statement> statements) {
    return String.join(" ", statements.stream().map(Statement::text).toList());
  }

  private static String text(Statement statement, List<Quote> all) {
    return String.join(
        "\n", statement.quotes().stream().map(number -> all.get(number - 1).text()).toList());
  }

  private @Nullable Statement checked(Said said) {
    String text = plain(said.statement());
    if (text.isEmpty() || statements.stream().anyMatch(one -> one.text().equals(text))) {
      return null;
    }
    if (statements.size() == MOST_STATEMENTS || text.length() > LONGEST || isTooLong(text)) {
      return null;
    }
    if (dropped && LEANING.contains(first(text))) {
      return null;
    }
    List<Quote> found = find(said);
    found = found.isEmpty() ? grounds(text) : found;
    if (found.isEmpty()) {
      wrong.add("The quote (" + shown(said.quote()) + ") stands in no passage.");
      return null;
    }
    String why = unsupported(text, found);
    if (why != null) {
      wrong.add("Statement (" + shown(text) + "): " + why);
      return null;
    }
    return new Statement(text, found.stream().map(this::number).toList());
  }

  /** What a statement says beyond its quotes, or null. */
  static @Nullable String unsupported(String statement, List<Quote> quotes) {
    List<String> sources = quotes.stream().map(quote -> line(quote.text())).toList();
    return Sentences.of(statement).stream()
        .flatMap(sentence -> Support.violations(sentence, sources).stream())
        .map(violation -> violation.what())
        .findFirst()
        .orElse(null);
  }

  /** In the passage that is named, else in any other that was sent. */
  private List<Quote> find(Said said) {
    int named = said.passage() - 1;
    if (named >= 0 && named < passages.size()) {
      List<Quote> found = passages.get(named).find(said.quote());
      if (!found.isEmpty()) {
        return found;
      }
    }
    return passages.stream()
        .map(passage -> passage.find(said.quote()))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /**
   * Where a statement stands whose quote is none: small models say where instead of what. One
   * sentence or two that hold all of it are as good as a quote.
   */
  private List<Quote> grounds(String text) {
    return passages.stream()
        .flatMap(passage -> passage.stretches().stream())
        .filter(quotes -> Curated.share(text, joined(quotes)) >= STANDS_ON)
        .filter(quotes -> unsupported(text, quotes) == null)
        .findFirst()
        .orElse(List.of());
  }

  private static String joined(List<Quote> quotes) {
    return String.join("\n", quotes.stream().map(Quote::text).toList());
  }

  private int number(Quote quote) {
    int at = quotes.indexOf(quote);
    if (at < 0) {
      quotes.add(quote);
      return quotes.size();
    }
    return at + 1;
  }

  private boolean isTooLong(String text) {
    return words != null
        && Words.of(text(statements)).all().size() + Words.of(text).all().size() > words;
  }

  private static String first(String text) {
    List<Words.Word> all = Words.of(text).all();
    return all.isEmpty() ? "" : all.getFirst().folded();
  }

  /** One line without a model's own numbers and without what nobody sees. */
  static String plain(String text) {
    return line(OWN_NUMBERS.matcher(line(text)).replaceAll(""));
  }

  /** Text in one line, with plain spaces and without what nobody sees. */
  static String line(String text) {
    return Marks.visible(text).replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ").strip();
  }

  private static String shown(String text) {
    String line = plain(text);
    return line.length() > 120 ? line.substring(0, 120) + "…" : line;
  }
}
