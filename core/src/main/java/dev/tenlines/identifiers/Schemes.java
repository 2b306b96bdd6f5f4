package dev.tenlines.identifiers;

/** Check digits that are no weighted sums: Luhn, ISO 7064, Verhoeff. */
final class Schemes {
  /** The dihedral group of a pentagon: turns are 0 to 4, flips 5 to 9. */
  private static final int SIDES = 5;

  /** Each step of Verhoeff's permutation: 1 to 5 and so on. */
  private static final String PERMUTATION = "1576283094";

  private static final String CARRY = "0946827135";

  /** What a sign counts at an odd place of an Italian code, A and 0 first. */
  private static final int[] ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };

  private Schemes() {}

  /** The check digit after these digits; letters count as two of them. */
  static int luhn(String data) {
    String digits = expanded(data);
    int sum = 0;
    for (int i = digits.length() - 1, twice = 1; i >= 0; i--, twice = 1 - twice) {
      int value = digits.charAt(i) - '0';
      int product = twice == 1 ? 2 * value : value;
      sum += product / 10 + product % 10;
    }
    return (10 - sum % 10) % 10;
  }

  /** The number, its letters as 10 to 35, modulo 97. */
  static int mod97(String code) {
    int rest = 0;
    for (char c : expanded(code).toCharArray()) {
      rest = (rest * 10 + c - '0') % 97;
    }
    return rest;
  }

  private static String expanded(String code) {
    StringBuilder digits = new StringBuilder(code.length());
    code.chars().forEach(c -> digits.append(Check.SIGNS.indexOf(c)));
    return digits.toString();
  }

  /** The check of ISO 7064's hybrid systems modulo m + 1 and m. */
  static int hybrid(String data, int m) {
    int product = m;
    for (int i = 0; i < data.length(); i++) {
      int sum = (Check.SIGNS.indexOf(data.charAt(i)) + product) % m;
      product = (sum == 0 ? m : sum) * 2 % (m + 1);
    }
    return (m + 1 - product) % m;
  }

  /** Zero when the last digit fits the others. */
  static int verhoeff(String digits) {
    int check = 0;
    for (int i = 0; i < digits.length(); i++) {
      int value = digits.charAt(digits.length() - 1 - i) - '0';
      for (int times = 0; times < i % 8; times++) {
        value = PERMUTATION.charAt(value) - '0';
      }
      check = combined(check, value);
    }
    return check;
  }

  private static int combined(int a, int b) {
    boolean flipped = a >= SIDES;
    boolean flips = b >= SIDES;
    int turn = flipped ? a % SIDES - b % SIDES + SIDES : a % SIDES + b % SIDES;
    return turn % SIDES + (flipped == flips ? 0 : SIDES);
  }

  /** The check letter of an Italian or Cypriot code, A as 0. */
  static int odd(String data) {
    int sum = 0;
    for (int i = 0; i < data.length(); i++) {
      char c = data.charAt(i);
      int value = c <= '9' ? c - '0' : c - 'A';
      sum += i % 2 == 0 ? ODD[value] : value;
    }
    return sum % 26;
  }

  /** The check digit of a Swiss payment slip: each digit moves a carry. */
  static int recursive(String digits) {
    int carry = 0;
    for (int i = 0; i < digits.length(); i++) {
      carry = CARRY.charAt((carry + digits.charAt(i) - '0') % 10) - '0';
    }
    return (10 - carry) % 10;
  }
}
