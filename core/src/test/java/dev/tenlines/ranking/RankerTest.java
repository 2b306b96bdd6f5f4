package dev.tenlines.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.TenlinesException;
import dev.tenlines.document.Box;
import dev.tenlines.document.Document;
import dev.tenlines.document.Page;
import dev.tenlines.document.Placed;
import dev.tenlines.document.Span;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.fields.Reviewed;
import dev.tenlines.fields.Reviewed.Right;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.text.Setting;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RankerTest {
  private static final Setting SETTING =
      new Setting(Locale.UK, ZonedDateTime.of(2026, 5, 1, 0, 0, 0, 0, ZoneOffset.UTC));
  private static final FieldSpec COMPANY = FieldSpec.of("company", FieldType.ORGANISATION);
  private static final FieldSpec DATE = FieldSpec.of("date", FieldType.DATE);
  private static final FieldSpec ADDRESS = FieldSpec.of("address", FieldType.ADDRESS);
  private static final FieldSpec TOTAL = FieldSpec.of("total", FieldType.MONEY);
  private static final FieldSpec PERIOD = FieldSpec.of("period", FieldType.DURATION);
  private static final FieldSpec BUYERS =
      new FieldSpec(
          "buyers", FieldType.ORGANISATION, "", List.of("buyers"), "", false, true, List.of());
  private static final List<FieldSpec> FIELDS = List.of(COMPANY, DATE, ADDRESS, TOTAL, PERIOD);

  private static List<Reviewed> receipts;
  private static Ranker ranker;

  @BeforeAll
  static void learn() {
    receipts =
        List.of(
            receipt(
                "Harbour Bakery Ltd", "12 Quay Street", "3 March 2026", "4.20", "1.30", "10.00"),
            receipt(
                "Green Garden Tools Ltd", "7 Mill Lane", "14/02/2026", "31.00", "12.50", "50.00"),
            receipt(
                "Orchard Books Limited", "88 North Road", "02/01/2026", "9.99", "7.01", "20.00"),
            receipt("Blue Door Cafe Ltd", "3 Church Street", "21/03/2026", "2.80", "3.10", "10.00"),
            receipt(
                "Peak Cycles Ltd", "140 Station Road", "5 April 2026", "64.00", "8.40", "80.00"),
            receipt(
                "Old Town Pharmacy Ltd", "1 Market Street", "30/01/2026", "5.55", "6.45", "15.00"),
            receipt("River Hardware Ltd", "29 Bridge Lane", "11/04/2026", "17.30", "2.20", "20.00"),
            receipt(
                "Sunny Toys Limited",
                "56 Park Avenue",
                "9 January 2026",
                "12.00",
                "15.0",
                "40.00"));
    ranker = Ranker.learn(receipts, FIELDS, SETTING, 7);
  }

  @Test
  void receipt_of_a_new_shop_read() {
    Document document =
        receipt("Night Owl Records Ltd", "61 Castle Road", "17/04/2026", "8.25", "11.5", "50.00")
            .document();

    assertThat(value(document, COMPANY)).isEqualTo("Night Owl Records Ltd");
    assertThat(value(document, DATE)).isEqualTo("2026-04-17");
    assertThat(value(document, TOTAL)).isEqualTo(new BigDecimal("19.75"));
    assertThat(value(document, ADDRESS)).isEqualTo("61 Castle Road, 20417 Lowford");
  }

  @Test
  void spans_cover_their_text_and_scores_fall() {
    Document document = receipts.getFirst().document();
    for (FieldSpec field : FIELDS) {
      List<Candidate> found = ranker.find(document, field, SETTING);
      for (Candidate candidate : found) {
        assertThat(candidate.span().of(document.text())).isEqualTo(candidate.text());
        assertThat(candidate.span().length()).isPositive();
      }
      assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
      assertThat(found.stream().mapToDouble(Candidate::score).sum()).isLessThanOrEqualTo(1.0001);
    }
  }

  @Test
  void words_before_a_value_shown_as_its_label() {
    Document document = receipts.getFirst().document();
    Candidate total = ranker.find(document, TOTAL, SETTING).getFirst();

    assertThat(total.label()).isNotNull();
    assertThat(total.label().of(document.text())).isEqualTo("TOTAL DUE");
  }

  @Test
  void same_seed_gives_same_model() {
    Ranker again = Ranker.learn(receipts, FIELDS, SETTING, 7);

    assertThat(again.bytes()).isEqualTo(ranker.bytes());
  }

  @Test
  void model_read_from_its_bytes_finds_the_same() {
    Ranker read = Ranker.read(ranker.bytes());

    for (Reviewed receipt : receipts) {
      for (FieldSpec field : FIELDS) {
        assertThat(read.find(receipt.document(), field, SETTING))
            .isEqualTo(ranker.find(receipt.document(), field, SETTING));
      }
    }
    assertThat(read.bytes()).isEqualTo(ranker.bytes());
  }

  @Test
  void broken_bytes_refused_with_a_reason() {
    byte[] bytes = ranker.bytes();
    byte[] changed = bytes.clone();
    changed[bytes.length / 2] ^= 1;
    byte[] other = bytes.clone();
    other[3]++;

    assertThatThrownBy(() -> Ranker.read(changed))
        .isInstanceOf(TenlinesException.class)
        .hasMessageContaining("checksum");
    assertThatThrownBy(() -> Ranker.read(other))
        .isInstanceOf(TenlinesException.class)
        .hasMessageContaining("version");
    for (int length : new int[] {0, 3, 11, bytes.length - 1}) {
      assertThatThrownBy(() -> Ranker.read(Arrays.copyOf(bytes, length)))
          .isInstanceOf(TenlinesException.class);
    }
  }

  @Test
  void field_that_no_document_has_found_nowhere() {
    assertThat(ranker.find(receipts.getFirst().document(), PERIOD, SETTING)).isEmpty();
  }

  @Test
  void field_it_never_learned_found_nowhere() {
    FieldSpec other = FieldSpec.of("due", FieldType.DATE);

    assertThat(ranker.find(receipts.getFirst().document(), other, SETTING)).isEmpty();
  }

  @Test
  void without_documents_nothing_found() {
    Ranker empty = Ranker.learn(List.of(), FIELDS, SETTING, 1);

    assertThat(empty.find(receipts.getFirst().document(), TOTAL, SETTING)).isEmpty();
    assertThat(Ranker.read(empty.bytes()).find(text("1.00"), TOTAL, SETTING)).isEmpty();
  }

  @Test
  void empty_document_has_no_values() {
    for (String text : List.of("", " \n\t\n ")) {
      assertThat(ranker.find(text(text), COMPANY, SETTING)).isEmpty();
    }
  }

  @Test
  void document_of_signs_or_one_word_does_no_harm() {
    for (String text : List.of("*", "--- ---\n\t.", "x", "12", "\uD83D\uDE00\n\uD83D\uDE00")) {
      for (FieldSpec field : FIELDS) {
        assertThat(ranker.find(text(text), field, SETTING)).hasSizeLessThan(20);
      }
    }
  }

  @Test
  void document_without_the_value_mostly_says_none() {
    List<Reviewed> half = new ArrayList<>();
    for (int i = 0; i < receipts.size(); i++) {
      Reviewed with = receipts.get(i);
      half.add(with);
      String letter = "Dear customer,\nour shop is closed on %d May 2026.\nKind regards\nThe team";
      half.add(new Reviewed(text(letter.formatted(i + 3)), Map.of()));
    }
    Ranker learned = Ranker.learn(half, FIELDS, SETTING, 3);
    Document letter =
        text("Dear customer,\nour shop is closed on 20 May 2026.\nKind regards\nThe team");

    assertThat(learned.find(letter, DATE, SETTING)).noneMatch(date -> date.score() > 0.5);
  }

  @Test
  void several_values_each_found_with_its_own_score() {
    List<Reviewed> contracts = new ArrayList<>();
    List<String> names =
        List.of(
            "Alder Mills Inc.",
            "Birch Foods Inc.",
            "Cedar Labs Inc.",
            "Dune Media Inc.",
            "Elm Trading Inc.",
            "Fern Optics Inc.",
            "Grove Energy Inc.",
            "Hazel Rail Inc.");
    for (int i = 0; i < names.size(); i++) {
      String one = names.get(i);
      String two = names.get((i + 3) % names.size());
      contracts.add(
          new Reviewed(
              contract(one, two),
              Map.of("buyers", List.of(new Right(one, null), new Right(two, null)))));
    }
    Ranker learned = Ranker.learn(contracts, List.of(BUYERS), SETTING, 1);

    List<Candidate> found =
        learned.find(contract("Ivy Ports Inc.", "Juniper Glass Inc."), BUYERS, SETTING);

    assertThat(found.stream().filter(c -> c.score() > 0.5).map(Candidate::value))
        .containsExactlyInAnyOrder("Ivy Ports Inc.", "Juniper Glass Inc.");
  }

  @Test
  void known_value_spelled_as_reviewers_spell_it() {
    List<Reviewed> respelled = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Reviewed own = receipts.get(i);
      Map<String, List<Right>> values = new LinkedHashMap<>(own.values());
      Document document = own.document();
      if (i < 3) {
        document =
            receipt("Quick Lane(North)Ltd", "2 Hill Lane", "3/3/2026", "1.00", "2.00", "5.00")
                .document();
        values.put("company", List.of(new Right("Quick Lane (North) Ltd", null)));
        values.remove("address");
      }
      respelled.add(new Reviewed(document, values));
    }
    Ranker learned = Ranker.learn(respelled, List.of(COMPANY), SETTING, 1);

    Candidate company = learned.find(respelled.getFirst().document(), COMPANY, SETTING).getFirst();

    assertThat(company.value()).isEqualTo("Quick Lane (North) Ltd");
    assertThat(company.text()).isEqualTo("Quick Lane(North)Ltd");
  }

  private static Object value(Document document, FieldSpec field) {
    return ranker.find(document, field, SETTING).getFirst().value();
  }

  private static Document contract(String one, String two) {
    return text(
        """
        Agreement on the delivery of parts
        This Agreement is made between %s, a Delaware corporation, and %s, a corporation
        with its seat in Boston. The Supplier delivers what the Buyers order within a month.
        Notices go to the Office of General Counsel of each of them.
        """
            .formatted(one, two));
  }

  /** A receipt with boxes: lines under each other, amounts at the right edge. */
  private static Reviewed receipt(
      String company, String street, String date, String one, String two, String cash) {
    BigDecimal sum = new BigDecimal(one).add(new BigDecimal(two));
    BigDecimal change = new BigDecimal(cash).subtract(sum);
    String town = "20417 Lowford";
    List<String> lines =
        List.of(
            company,
            street + ",",
            town,
            "TEL: 555 0143",
            "RECEIPT NO\t48213",
            "DATE\t" + date,
            "Goods\t" + one,
            "More goods\t" + new BigDecimal(two).setScale(2),
            "TOTAL DUE\t" + sum,
            "CASH\t" + cash,
            "CHANGE\t" + change,
            "Thank you, come again");
    StringBuilder text = new StringBuilder();
    List<Placed> words = new ArrayList<>();
    for (int row = 0; row < lines.size(); row++) {
      text.append(row > 0 ? "\n" : "");
      String[] cells = lines.get(row).split("\t");
      for (int cell = 0; cell < cells.length; cell++) {
        text.append(cell > 0 ? "\t" : "");
        Span span = new Span(text.length(), text.length() + cells[cell].length());
        text.append(cells[cell]);
        Box box = new Box(cell * 200, row * 20, 8.0 * cells[cell].length(), row == 0 ? 16 : 10);
        words.add(new Placed(span, 1, box));
      }
    }
    Document document =
        new Document(
            "receipt",
            "text/plain",
            text.toString(),
            List.of(new Page(1, new Span(0, text.length()), 400, 400, false)),
            List.of(),
            words,
            List.of(),
            List.of(),
            List.of());
    return new Reviewed(
        document,
        Map.of(
            "company", List.of(new Right(company, null)),
            "date", List.of(new Right(date, null)),
            "address", List.of(new Right(street + ", " + town, null)),
            "total", List.of(new Right(sum, null))));
  }

  private static Document text(String text) {
    return DocumentReader.plain("text", text);
  }
}
