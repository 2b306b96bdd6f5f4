package dev.tenlines.schema;

import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Naming;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody wrote about a column: other words for it, its unit, and what its values mean. */
final class Remarked {
  private static final String CUT =
      "(?= (?:by|for|in|during|the|of|on|per|that|this|who|which|a|an|at|with|to|from|has|have|is|was"
          + "|are|allowed|given|assigned|required|awarded|in)\\b|[.,;:(]|$)";

  private static final Pattern NUMBER =
      Pattern.compile(
          "^(?:the )?(?:total |overall )?(?:number|count) of ([\\p{L}-]+(?: [\\p{L}-]+){0,3}?)"
              + CUT);

  private static final Pattern OF =
      Pattern.compile(
          "^(?:the )?(?:overall |total )?(\\p{L}+(?: \\p{L}+){0,2}?) of (?:the |each |an? )?");

  private static final Pattern KIND =
      Pattern.compile(
          "^(?:the )?((\\p{L}+) of (?:the )?\\p{L}+)(?= (?:when|where|in|that|which|on|at|for|used|served|on which)\\b|[.,]|$)");

  private static final Set<String> GENERAL =
      Set.of(
          "id",
          "name",
          "number",
          "code",
          "identifier",
          "type",
          "kind",
          "list",
          "value",
          "date",
          "day",
          "days",
          "part",
          "unique id",
          "unique identifier",
          "unique name",
          "description",
          "content");

  private static final Pattern UNIT =
      Pattern.compile(
          "\\bin (?:the )?((?:square |cubic )?(?:meters?|metres?|kilometers?|kilometres?|km|miles|feet"
              + "|inches|centimeters|acres|hectares|pounds|kg|kilograms?|grams|tons|liters|litres"
              + "|seconds|minutes|hours|days|weeks|years|percent|people)(?: per [\\p{L}]+(?: [\\p{L}]+)?)?)"
              + "(?=[.,;)]| above| \\(|$)");

  private static final Pattern MEANT =
      Pattern.compile(
          "(?<![\\d.])(-?\\d+)\\s*(?:for|=|means|is|:|-)\\s*(\\p{L}[\\p{L} -]*?)\\s*(?=[,;.)]|$)");

  private static final Pattern LISTED =
      Pattern.compile(
          "(?i)\\b(?:either|can only be|must be|one of|possible values are)\\b(?: one of)?:?\\s*(['\"`].+)");

  private static final Pattern QUOTED = Pattern.compile("(['\"`])([^'\"`]{1,40})\\1");

  private Remarked() {}

  /** Other words for a column of such things. */
  static List<String> words(Schema.Column column, String thing, Set<String> things) {
    String remarks = column.remarks().strip().toLowerCase(Locale.ROOT);
    Set<String> words = new LinkedHashSet<>();
    if (remarks.matches("[\\p{L} ]{3,40}") && remarks.split(" ").length <= 4) {
      words.add(remarks);
    }
    Matcher number = NUMBER.matcher(remarks);
    if (number.find()) {
      String counted = number.group(1);
      boolean other = things.contains(Naming.singular(counted)) || tally(column, thing) != null;
      if (!other) {
        words.add("number of " + counted);
        words.add(counted);
      }
      String bare = counted.replaceAll(" \\p{L}+ed$", "");
      if (!other && !bare.equals(counted) && !things.contains(Naming.singular(bare))) {
        words.add("number of " + bare);
        words.add(bare);
      }
      return List.copyOf(words);
    }
    Matcher kind = KIND.matcher(remarks);
    if (kind.find()
        && Naming.phrase(column.name()).endsWith(kind.group(2))
        && !kind.group(1).endsWith(" " + thing)) {
      words.add(kind.group(1));
      words.add(kind.group(1).replace(" of the ", " of "));
    }
    Matcher of = OF.matcher(remarks);
    if (of.find() && !GENERAL.contains(of.group(1))) {
      String rest = remarks.substring(of.end());
      boolean own =
          rest.equals(thing) || rest.startsWith(thing + " ") || rest.startsWith(thing + ".");
      if (own && !things.contains(Naming.singular(of.group(1)))) {
        words.add(of.group(1));
      }
    }
    return List.copyOf(words);
  }

  /**
   * What a column counts that counts the very things of its table, each row standing for so many;
   * or null.
   */
  static @Nullable String tally(Schema.Column column, String thing) {
    Matcher number = NUMBER.matcher(column.remarks().strip().toLowerCase(Locale.ROOT));
    String counted = number.find() ? number.group(1).replace('-', ' ') : "";
    return letters(counted).equals(letters(thing)) ? counted : null;
  }

  private static String letters(String phrase) {
    return phrase.replaceAll("[^\\p{L}]|s$", "");
  }

  /** What its numbers count, as it is written. */
  static @Nullable String unit(Schema.Column column) {
    Matcher unit = UNIT.matcher(column.remarks().toLowerCase(Locale.ROOT));
    return unit.find() ? unit.group(1) : null;
  }

  /** {@code 0 for open, 1 for closed}. */
  static List<Field.Choice> numbers(Schema.Column column) {
    List<Field.Choice> choices = new ArrayList<>();
    Matcher meant = MEANT.matcher(column.remarks());
    while (meant.find()) {
      choices.add(
          new Field.Choice(meant.group(1), List.of(meant.group(2).toLowerCase(Locale.ROOT))));
    }
    return choices.size() < 2 ? List.of() : choices;
  }

  /** {@code either 'A' or 'B'}. */
  static List<String> listed(Schema.Column column) {
    Matcher listed = LISTED.matcher(column.remarks());
    List<String> values = new ArrayList<>();
    if (listed.find()) {
      Matcher quoted = QUOTED.matcher(listed.group(1));
      while (quoted.find()) {
        values.add(quoted.group(2));
      }
    }
    return values.size() < 2 ? List.of() : values;
  }
}
