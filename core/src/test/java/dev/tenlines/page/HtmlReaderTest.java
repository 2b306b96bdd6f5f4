package dev.tenlines.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.document.Block;
import dev.tenlines.document.Block.Kind;
import dev.tenlines.document.Document;
import dev.tenlines.document.Field;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReaderTest {

  @Test
  void blocks_areReadAsTheyAreSeen() {
    Document page =
        read(
            """
            <html><head><title>Shop</title><script>alert(1)</script></head><body>
            <h1>Your   order</h1><p>Thank you, <b>Ann</b>.<br>It ships today.</p>
            <ul><li>Tea<li>Cake</ul>
            <table><tr><td><p>Total</p></td><td>12.50&nbsp;EUR</td></tr></table></body></html>
            """);

    assertThat(page.text())
        .isEqualTo(
            """
            Your order

            Thank you, Ann.
            It ships today.

            - Tea
            - Cake

            Total\t12.50 EUR\
            """);
    assertThat(texts(page, Kind.HEADING)).containsExactly("Your order");
    assertThat(texts(page, Kind.LIST_ITEM)).containsExactly("- Tea", "- Cake");
    assertThat(texts(page, Kind.TABLE_ROW)).containsExactly("Total\t12.50 EUR");
    assertThat(page.fields()).contains(new Field("title", "Shop", "html", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div style='display: none'>secret</div>",
        "<span style='visibility:hidden'>secret</span>",
        "<p style='font-size:0px'>secret</p>",
        "<p style='color:#ffffff'>secret</p>",
        "<table bgcolor='#000000'><tr><td><font color='black'>secret</font></td></tr></table>",
        "<div style='background:#eee;color:#EFEFEF'>secret</div>",
        "<div style='max-height:0;overflow:hidden'>secret</div>",
        "<p hidden>secret</p>",
        "<style>.x{display:none}</style><p class='x'>secret</p>",
        "<div style='position:absolute;left:-9999px'>secret</div>"
      })
  void whatNobodySees_isLeftOutAndSaid(String html) {
    Document page = read("<body><p>Hello.</p>" + html + "</body>");

    assertThat(page.text()).isEqualTo("Hello.");
    assertThat(page.warnings()).containsExactly("6 characters that nobody sees are left out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<table bgcolor='black'><tr><td style='color:white'>seen</td></tr></table>",
        "<div style='background:url(x.png)'><span style='color:#fff'>seen</span></div>",
        "<style>@media (max-width:600px){.x{display:none}}</style><p class='x'>seen</p>",
        "<p style='opacity:0.9'>seen</p>"
      })
  void whatIsSeen_staysThere(String html) {
    assertThat(read(html).text()).isEqualTo("seen");
  }

  @Test
  void links_areFieldsWhereTheyStand() {
    Document page = read("<p>Write <a href='mailto:ann@example.org'>to Ann</a> now.</p>");

    assertThat(page.fields())
        .singleElement()
        .satisfies(link -> {
          assertThat(link.value()).isEqualTo("mailto:ann@example.org");
          assertThat(link.span().of(page.text())).isEqualTo("to Ann");
        });
  }

  @Test
  void schemaOrg_isReadExactly() {
    Document page =
        read(
            """
            <script type="application/ld+json">
            {"@context":"https://schema.org","@type":"Order","orderNumber":"A-77",
             "seller":{"@type":"Organization","name":"Acme"},
             "acceptedOffer":[{"price":"3.50"},{"price":"4.10"}]}</script>
            <script type="application/ld+json">{broken</script>
            <div itemscope itemtype="https://schema.org/Event"><span itemprop="name">Fair</span>
            <time itemprop="startDate" datetime="2026-05-03T10:00">Sunday</time>
            <div itemprop="location" itemscope><b itemprop="name">Hall 3</b></div></div>
            """);

    assertThat(page.fields())
        .extracting(f -> f.source() + " " + f.name() + "=" + f.value())
        .contains(
            "json-ld Order.orderNumber=A-77",
            "json-ld Order.seller.name=Acme",
            "json-ld Order.acceptedOffer[2].price=4.10",
            "microdata Event.name=Fair",
            "microdata Event.startDate=2026-05-03T10:00",
            "microdata Event.location.name=Hall 3");
  }

  @Test
  void charset_comesFromThePage() {
    String html = "<meta charset=windows-1251><p>Привет</p>";
    Document page = HtmlReader.read("", html.getBytes(Charset.forName("windows-1251")), null);

    assertThat(page.text()).isEqualTo("Привет");
  }

  private static Document read(String html) {
    return HtmlReader.read("page.html", html.getBytes(StandardCharsets.UTF_8), "utf-8");
  }

  private static java.util.List<String> texts(Document page, Kind kind) {
    return page.blocks().stream()
        .filter(b -> b.kind() == kind)
        .map(Block::span)
        .map(s -> s.of(page.text()))
        .toList();
  }
}
