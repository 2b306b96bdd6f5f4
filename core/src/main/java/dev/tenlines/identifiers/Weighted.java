package dev.tenlines.identifiers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A check made of a weighted sum, or of the number itself, modulo something. */
final class Weighted implements Check {
  private final String scheme;
  private final List<String> weights = new ArrayList<>();
  private final Set<Long> among = new HashSet<>();
  private long add;
  private long times = 1;
  private long modulus = 10;
  private boolean complement;
  private boolean indexed;
  private String letters = "";
  private String signs = "";
  private @Nullable Weighted again;

  private Weighted(String scheme) {
    this.scheme = scheme;
  }

  /** Reads {@code sum 8 7 6 mod 11 minus 0123456789}. */
  static Weighted of(String scheme, Iterator<String> words) {
    Weighted check = new Weighted(scheme);
    while (words.hasNext()) {
      String word = words.next();
      switch (word) {
        case "add" -> check.add = Long.parseLong(words.next());
        case "times" -> check.times = Long.parseLong(words.next());
        case "mod" -> check.modulus = Long.parseLong(words.next());
        case "letters" -> check.letters = words.next();
        case "indexed" -> check.indexed = true;
        case "minus", "rest" -> {
          check.complement = word.equals("minus");
          check.signs = words.hasNext() ? words.next() : "";
        }
        case "again" -> check.again = again(check, words);
        case "in" -> words.forEachRemaining(value -> check.among.add(Long.parseLong(value)));
        default -> check.weights.add(word);
      }
    }
    return check;
  }

  private static Weighted again(Weighted first, Iterator<String> words) {
    Weighted again = of(first.scheme, words);
    again.modulus = first.modulus;
    return again;
  }

  @Override
  public boolean passes(String data, String check) {
    if (!among.isEmpty()) {
      return among.contains(Math.floorMod(sum(data + check), modulus));
    }
    long sum = scheme.equals("number") ? number(data) : sum(data);
    long rest = Math.floorMod((sum + add) * times, modulus);
    if (scheme.equals("number")) {
      rest = Math.floorMod(sum * times + add, modulus);
    }
    long value = complement ? (modulus - rest) % modulus : rest;
    if (signs.isEmpty()) {
      long said = Long.parseLong(check);
      return said <= modulus && said % modulus == value;
    }
    String sign = Check.sign(signs, (int) value);
    if (again != null && (value >= signs.length() || sign.isEmpty())) {
      return again.passes(data, check);
    }
    return check.equals(sign);
  }

  private long number(String data) {
    return Long.parseLong(data) % (modulus * 1_000_000_000L);
  }

  private long sum(String data) {
    long sum = 0;
    for (int i = 0; i < data.length(); i++) {
      int place = scheme.equals("right") ? data.length() - 1 - i : i;
      String weight = weights.get(place % weights.size());
      boolean cross = scheme.equals("cross") || weight.endsWith("x");
      long product = value(data.charAt(i)) * Long.parseLong(weight.replace("x", ""));
      sum += cross ? product / 10 + product % 10 : product;
    }
    return sum;
  }

  private long value(char c) {
    if (indexed) {
      return signs.indexOf(c);
    }
    return letters.isEmpty() || c <= '9' ? Check.SIGNS.indexOf(c) : letters.charAt(c - 'A') - '0';
  }
}
