package dev.tenlines.privacy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds personal data that has a form: addresses, numbers with check digits, keys; and names where
 * the words before them say that a name follows. No value it finds has a quote, a backslash or a
 * line break, so that it can stand in JSON as it is.
 */
public final class KnownForms implements Recogniser {
  private static final String WORD = "\\p{Lu}(?:[\\p{L}'’-]{1,60}+|\\.)";
  private static final String NAME = "(" + WORD + "(?: " + WORD + "){0,3})";
  private static final String HEX = "[0-9A-Fa-f]{1,4}";

  /** A mark of a prompt may consist of digits alone and must stay what it is. */
  private static final Pattern MARK = Pattern.compile("<<[0-9a-f]{12}>>");

  private static final Pattern DATE =
      Pattern.compile("(?:\\d{4}([-./])\\d{1,2}\\1\\d{1,2}|\\d{1,2}([-./])\\d{1,2}\\2\\d{4})\\b");
  private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:\\.\\d{3})+");
  private static final Pattern PHONE_WORD =
      Pattern.compile(
          "(?iu)(?:phone|tel|telefon|mobile?|handy|fax|desk|call|cell|number|nummer)\\W{0,3}$");

  /** Words that stand where a name could, and are none. */
  private static final Pattern NO_NAME =
      Pattern.compile(
          "(?iu)(?:all|team|support|sir|madam|there|customer|customers|everyone|everybody|friends"
              + "|colleagues|damen|herren|herr|frau|mr|mrs|ms|dr|kunde|kundin|again|zusammen|leute)"
              + "\\b.*");

  /** One form: the group 1, else the whole, is the value. */
  private record Form(Kind kind, Pattern pattern, Predicate<String> is) {
    Form(Kind kind, String pattern) {
      this(kind, Pattern.compile(pattern), value -> true);
    }
  }

  private static final List<Form> FORMS =
      List.of(
          new Form(Kind.SECRET, "://([^\\s/@:\"\\\\]{1,100}:[^\\s/@\"\\\\]{1,200})@"),
          new Form(
              Kind.SECRET,
              "(?i)[?&](?:key|api_?key|token|access_token|sig|signature|password|secret)"
                  + "=([^&\\s\"\\\\#]{4,500})"),
          new Form(
              Kind.SECRET,
              "(?i)\\b(?:password|passwort|passwd|api[_-]?key|secret|token)[\"']?\\s{0,3}[:=]"
                  + "\\s{0,3}[\"']?([^\\s\"'\\\\,;]{6,500})"),
          new Form(
              Kind.SECRET,
              "(?<![\\w-])(?:sk-[\\w-]{16,200}|AKIA[0-9A-Z]{16}|gh[pousr]_\\w{20,200}"
                  + "|xox[abprs]-[\\w-]{10,200}|AIza[\\w-]{35}|tl_\\w{20,200}"
                  + "|eyJ[\\w-]{8,2000}\\.[\\w-]{8,4000}\\.[\\w-]{8,1000})"),
          new Form(
              Kind.EMAIL,
              "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}][\\p{L}\\p{N}._%+'-]{0,63}"
                  + "@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,6}"),
          new Form(
              Kind.IBAN,
              Pattern.compile("(?i)(?<!\\w)([a-z]{2}\\d{2}[a-z0-9]{11,30})(?!\\w)"),
              KnownForms::isIban),
          new Form(
              Kind.IBAN,
              Pattern.compile(
                  "(?<!\\w)([A-Z]{2}\\d{2}(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?)(?!\\w)"),
              KnownForms::isIban),
          new Form(
              Kind.CREDIT_CARD,
              Pattern.compile("(?<![\\w.,])\\d(?:[ -]?\\d){11,18}(?!\\w)(?![.,]\\d)"),
              KnownForms::isCard),
          new Form(Kind.SSN, "(?<![\\w-])(?!000)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}(?![\\w-])"),
          new Form(
              Kind.IP,
              "(?<![\\w.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}"
                  + "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?!\\w|\\.\\d)"),
          new Form(Kind.IP, "(?<![\\w:])(?:" + HEX + ":){7}" + HEX + "(?![\\w:])"),
          new Form(
              Kind.IP,
              "(?<![\\w:])(?=[\\w:]*\\d)(?:"
                  + HEX
                  + "(?::"
                  + HEX
                  + "){0,5}::|::)(?:"
                  + HEX
                  + "(?::"
                  + HEX
                  + "){0,5})(?![\\w:])"),
          new Form(
              Kind.PERSON,
              "\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herrn?|Frau|Monsieur|Madame|Mme|Señora?|Sra?)\\.? "
                  + NAME),
          new Form(
              Kind.PERSON,
              "(?:^|[.!?\\n] ?)(?:Dear|Hello|Hi|Hey|Hallo|Lieber?|Guten Tag|Bonjour|Hola) " + NAME),
          new Form(
              Kind.PERSON,
              "(?:[Mm]y name is|[Ii]ch hei(?:ß|ss)e|[Mm]ein Name ist|[Jj]e m'appelle|[Mm]e llamo) "
                  + NAME),
          new Form(
              Kind.PERSON,
              "(?m)^(?:(?:Best |Kind |Warm )?[Rr]egards|Best(?: wishes)?|Many thanks|Thanks"
                  + "|Thank you|Cheers|(?:Yours )?[Ss]incerely|Mit freundlichen Grü(?:ß|ss)en"
                  + "|(?:Viele |Liebe |Beste )?Grü(?:ß|ss)e|Gru(?:ß|ss)|LG|MfG|Cordialement"
                  + "|Saludos)[,.!]?\\s{0,4}\\n\\s{0,4}"
                  + NAME
                  + "[ \\t]*$"),
          new Form(
              Kind.PERSON,
              "(?m)^[ \\t]*(?i:customer|name|first name|last name|contact|kunde|kundin|vorname"
                  + "|nachname)[ \\t]?:[ \\t]?"
                  + NAME
                  + "[ \\t]*$"));

  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\w+(])(?<!\\d[.,/-])(?:\\+|\\()?\\d(?:[ .\\-/()]{0,2}\\d){6,16}"
              + "(?: ?(?:x|ext\\.? ?)\\d{1,6})?(?!\\w)(?![.,]\\d)");

  @Override
  public List<Found> find(String text) {
    List<Found> found = new ArrayList<>();
    Matcher marks = MARK.matcher(text);
    List<int[]> taken = new ArrayList<>();
    while (marks.find()) {
      taken.add(new int[] {marks.start(), marks.end()});
    }
    for (Form form : FORMS) {
      Matcher matcher = form.pattern().matcher(text);
      while (matcher.find()) {
        int group = matcher.groupCount() > 0 && matcher.group(1) != null ? 1 : 0;
        String value = matcher.group(group);
        boolean name = form.kind() != Kind.PERSON || !NO_NAME.matcher(value).matches();
        if (name && form.is().test(value)) {
          take(new Found(form.kind(), matcher.start(group), matcher.end(group)), taken, found);
        }
      }
    }
    Matcher phone = PHONE.matcher(text);
    while (phone.find()) {
      if (isPhone(phone.group(), text.substring(Math.max(0, phone.start() - 24), phone.start()))) {
        take(new Found(Kind.PHONE, phone.start(), phone.end()), taken, found);
      }
    }
    return found;
  }

  private static void take(Found one, List<int[]> taken, List<Found> found) {
    for (int[] span : taken) {
      if (one.start() < span[1] && span[0] < one.end()) {
        return;
      }
    }
    taken.add(new int[] {one.start(), one.end()});
    found.add(one);
  }

  /** Dates, amounts and short plain numbers look like it; the word before may say what it is. */
  private static boolean isPhone(String value, String before) {
    long digits = value.chars().filter(Character::isDigit).count();
    boolean plain = digits == value.length();
    if (digits > 17 || DATE.matcher(value).lookingAt() || THOUSANDS.matcher(value).matches()) {
      return false;
    }
    return !plain || digits >= 10 || PHONE_WORD.matcher(before).find();
  }

  /** Luhn's sum. */
  private static boolean isCard(String value) {
    int sum = 0;
    boolean twice = false;
    for (int i = value.length() - 1; i >= 0; i--) {
      int digit = Character.digit(value.charAt(i), 10);
      if (digit >= 0) {
        int counted = twice ? digit * 2 : digit;
        sum += counted > 9 ? counted - 9 : counted;
        twice = !twice;
      }
    }
    return sum % 10 == 0;
  }

  /** ISO 13616: moved to the end and read as digits, the rest by 97 is 1. */
  private static boolean isIban(String value) {
    String plain = value.replace(" ", "").toUpperCase(Locale.ROOT);
    StringBuilder digits = new StringBuilder();
    (plain.substring(4) + plain.substring(0, 4))
        .chars()
        .forEach(c -> digits.append(Character.digit(c, 36)));
    return plain.length() <= 34
        && new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
  }
}
