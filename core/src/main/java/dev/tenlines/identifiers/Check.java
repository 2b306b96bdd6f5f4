package dev.tenlines.identifiers;

import java.util.Iterator;
import java.util.List;

/** A rule that ties check digits to the rest of a code. */
@FunctionalInterface
interface Check {
  /** What counts for letters too: 0 to 9, then A as 10 to Z as 35. */
  String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** Whether the check belongs to the data. */
  boolean passes(String data, String check);

  /** Reads a rule as the table of kinds writes it. */
  static Check of(String rule) {
    Iterator<String> words = List.of(rule.split(" ")).iterator();
    String scheme = words.next();
    return switch (scheme) {
      case "luhn" -> {
        String signs = words.hasNext() ? words.next() : "0123456789";
        yield (data, check) -> check.equals(sign(signs, Schemes.luhn(data)));
      }
      case "97" -> {
        String before = words.hasNext() ? words.next() : "";
        yield (data, check) -> Schemes.mod97(before + data + check) == 1;
      }
      case "11-10" -> (data, check) -> check.equals(sign(SIGNS, Schemes.hybrid(data, 10)));
      case "37-36" -> (data, check) -> check.equals(sign(SIGNS, Schemes.hybrid(data, 36)));
      case "verhoeff" -> (data, check) -> Schemes.verhoeff(data + check) == 0;
      case "odd" -> (data, check) -> check.equals(sign(SIGNS.substring(10), Schemes.odd(data)));
      case "esr" -> (data, check) -> check.equals(sign(SIGNS, Schemes.recursive(data)));
      default -> Weighted.of(scheme, words);
    };
  }

  /** The check digit that stands for a value; none where the table has a dash. */
  static String sign(String signs, int value) {
    return value < 0 || value >= signs.length() || signs.charAt(value) == '-'
        ? ""
        : signs.substring(value, value + 1);
  }
}
