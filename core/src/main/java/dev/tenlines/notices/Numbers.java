package dev.tenlines.notices;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.tenlines.document.Span;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldReader;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.text.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The numbers of a signature: what each is for, by its mark or by the plan of its country. */
final class Numbers {
  /** What a number is for. */
  enum Use {
    PHONE,
    MOBILE,
    FAX
  }

  private static final int BEFORE = 24;
  private static final Pattern MARK =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}])(?:(?<fax>fax|telefax|f|fx|télécopie)|(?<mobile>m|mob|mobil|mobile|mobiel|mobilfunk|móvil|mov|movil|cell|cel|cell\\.|cellulare|c|handy|portable|port|gsm|whatsapp|mobiltelefon|cellphone)|(?<phone>t|tel|tél|telefon|telephone|téléphone|telefono|teléfono|telefoon|phone|fon|ph|p|o|office|büro|direct|durchwahl|d|fixe|fijo|fisso|zentrale|landline|work|call))\\.?(?: ?(?:no|nr|n°|number|phone))?\\.?(?: ?\\([\\p{L} ]{1,12}\\))? ?[:=]? {0,8}$");
  private static final Map<String, List<String>> COUNTRIES =
      Map.of(
          "en", List.of("GB", "US", "IE"),
          "de", List.of("DE", "AT", "CH"),
          "fr", List.of("FR", "BE", "CH"),
          "es", List.of("ES"),
          "nl", List.of("NL", "BE"),
          "it", List.of("IT", "CH"));

  private final Letter letter;
  private final Signature signature;

  Numbers(Letter letter, Signature signature) {
    this.letter = letter;
    this.signature = signature;
  }

  List<Candidate> of(Use use, FieldSpec field) {
    List<Candidate> all = new ArrayList<>();
    int nth = 0;
    for (Found found : letter.codes("phone", signature.whole)) {
      if (isOther(found)) {
        continue;
      }
      Use marked = mark(found.start());
      Boolean mobile = isMobile(found.text());
      double score;
      if (marked != null) {
        // A mobile that is marked as a phone is a phone as well.
        score = marked == use ? 0.95 : 0;
      } else if (use == Use.FAX) {
        score = 0;
      } else if (mobile == null) {
        score = use == Use.PHONE ? 0.85 : 0;
      } else {
        score = mobile == (use == Use.MOBILE) ? 0.9 : 0;
      }
      // Where there is no other number, the mobile is the phone.
      if (score == 0 && use == Use.PHONE && marked != Use.FAX) {
        score = 0.35;
      }
      Object value = score == 0 ? null : FieldReader.read(field, found.text(), letter.asked());
      if (value != null) {
        all.add(
            letter.candidate(
                new Span(found.start(), found.end()), value, score - 0.01 * Math.min(nth++, 9)));
      }
    }
    boolean another = all.stream().anyMatch(one -> one.score() > 0.5);
    all.removeIf(one -> another && one.score() < 0.5);
    all.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return all;
  }

  /** Registers and tax offices have numbers, too. */
  private boolean isOther(Found found) {
    String before = letter.text.substring(Math.max(0, found.start() - BEFORE), found.start());
    return before.matches(
            "(?isu).*(?:hr[ab]|vr|no\\.|nr\\.|ust-?id|vat|siret|rcs|kvk|iva|cif|iban|bic|steuernummer|company|charity|registered)[^\\n]{0,12}$")
        && !MARK.matcher(before).find();
  }

  private @Nullable Use mark(int at) {
    int line = letter.text.lastIndexOf('\n', at - 1) + 1;
    Matcher mark = MARK.matcher(letter.text.substring(Math.max(line, at - BEFORE), at));
    if (!mark.find()) {
      return null;
    }
    return mark.group("fax") != null
        ? Use.FAX
        : mark.group("mobile") != null ? Use.MOBILE : Use.PHONE;
  }

  /** Whether a plan says that a number is a mobile one; null where it does not tell. */
  private @Nullable Boolean isMobile(String said) {
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    String country = letter.setting.locale().getCountry();
    List<String> countries =
        country.isEmpty()
            ? COUNTRIES.getOrDefault(letter.setting.locale().getLanguage(), List.of("GB", "US"))
            : List.of(country);
    for (String one : countries) {
      try {
        PhoneNumber number = plans.parse(said, one);
        if (plans.isPossibleNumber(number)) {
          PhoneNumberType type = plans.getNumberType(number);
          if (type == PhoneNumberType.MOBILE) {
            return true;
          }
          if (type == PhoneNumberType.FIXED_LINE) {
            return false;
          }
        }
      } catch (NumberParseException e) {
        // The next country may know it.
      }
    }
    return null;
  }
}
