package dev.tenlines.spring.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.spring.console.Browser.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Searching in the console, by a browser that has no script. */
class SearchPagesTest {
  private static ConsoleServer server;
  private static Browser ada;

  @BeforeAll
  static void start() {
    server = new ConsoleServer("/ai");
    ada = server.signedIn("ada");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void question_becomesChipsStatementAndRows() {
    Page page = search("orders over 100");

    assertThat(page.words()).contains("Understood as", "100", "A-1", "Show the query", "SELECT");
    assertThat(page.words()).doesNotContain("R-1", "=A-2");
  }

  @Test
  void chip_isChangedAndRemoved() {
    Page page = search("orders over 100");
    String at = at(page);

    Page changed = ada.follow(ada.post(at + "/search", "change", "where.0", "value", "500"));
    assertThat(changed.words()).contains("500", "No rows", "removes all", "62 without it");
    Page removed = ada.follow(ada.post(at + "/search", "remove", "where.0"));
    assertThat(removed.words()).contains("A-1", "=A-2", "Rows 1 to 50", "Further rows");
    Page wrong = ada.post(at + "/search", "change", "where.0", "value", "many");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.words()).contains("TL-424");
  }

  @Test
  void rows_havePages_andAFile() {
    String at = at(search("orders"));

    Page second = ada.get(at + "?offset=50");
    assertThat(second.words()).contains("Rows 51 to 62", "Rows before").doesNotContain("Further");
    Page csv = ada.get(at + "/rows.csv");
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.body().lines()).hasSize(63);
    Browser eve = server.signedIn("eve");
    assertThat(eve.get(at + "/rows.csv").status()).isEqualTo(404);
    eve.get("/features/orders/ask");
    assertThat(eve.post(at + "/search", "remove", "where.0").status()).isEqualTo(404);
  }

  @Test
  void unknownWord_isTold() {
    assertThat(search("orders with <b>gluten</b>").body()).contains("notice wait");
    assertThat(ada.get("/requests").status()).isEqualTo(200);
  }

  @Test
  void proposal_waitsForTheAskersWord() {
    ada.get("/features/careful/ask");
    Page page = ada.follow(ada.post("/features/careful/ask", "input", "orders over 100"));
    assertThat(page.words()).contains("Is this meant?", "Yes, show the rows");
    assertThat(page.words()).doesNotContain("A-1");

    Page rows = ada.follow(ada.post(at(page) + "/search"));
    assertThat(rows.words()).contains("A-1");
  }

  private static Page search(String question) {
    ada.get("/features/orders/ask");
    return ada.follow(ada.post("/features/orders/ask", "input", question));
  }

  /** Where the forms of a page go. */
  private static String at(Page page) {
    String own =
        page.body().replaceAll("(?s).*\"/ai(/requests/r_[a-z0-9]+)/(?:search|rows).*", "$1");
    assertThat(own).startsWith("/requests/r_");
    return own;
  }
}
