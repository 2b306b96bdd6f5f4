package dev.tenlines.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.review.Decision;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.ReviewQueue;
import dev.tenlines.review.Verdict;
import dev.tenlines.spring.test.TestClock;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole shop, as its visitors see it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ShopTest {
  @TempDir static Path directory;

  @LocalServerPort int port;
  @Autowired Tenlines tenlines;
  @Autowired TestClock clock;
  private Visitor visitor;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    registry.add("tenlines.directory", () -> directory.toString());
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Time {
    @Bean
    TestClock clock() {
      return new TestClock();
    }
  }

  @BeforeEach
  void arrive() {
    visitor = new Visitor("http://localhost:" + port);
  }

  @Test
  void deferredTicket_showsWhatAPersonDecided() {
    HttpResponse<String> page =
        visitor.send("/help", "/tickets", Map.of("text", "The lid hums a tune at night"));
    assertThat(page.body()).contains("A person will answer.");

    decide("The lid hums a tune at night", new Verdict.Corrected("product"));

    assertThat(visitor.get(page.uri().getPath()).body())
        .contains("Somebody read it")
        .contains("a cook who knows the product");
  }

  @Test
  void question_findsPieces_andSaysAsWhatItWasUnderstood() {
    assertThat(visitor.get("/?q=wooden+products+under+38").body())
        .contains("Pepper mill", "38")
        .doesNotContain("Cutting board", "Iron pan");
    assertThat(visitor.get("/?q=products+with+gluten").body())
        .contains("did not understand")
        .doesNotContain("Pepper mill");
  }

  @Test
  void ruledTicket_showsItsDeskAtOnce() {
    assertThat(visitor.send("/help", "/tickets", Map.of("text", "Where is my parcel?")).body())
        .contains("It went to")
        .contains("the parcel desk");
  }

  @Test
  void ticketAboutAnOrder_isSortedByTheOrdersState() {
    String order = order("kettle");
    assertThat(cancel(order)).contains("the warehouse, before it packs");

    clock.advance(Duration.ofHours(5));
    assertThat(cancel(order)).contains("A person will answer.");
  }

  @Test
  void comment_isHeldUntilAPersonShowsIt() {
    HttpResponse<String> page =
        visitor.send(
            "/products/mill",
            "/products/mill/comments",
            Map.of("author", "Ann", "text", "Grinds <b>fine</b> and coarse."));
    assertThat(page.body())
        .contains("A person looks at your comment")
        .doesNotContain("and coarse.");

    decide("Grinds <b>fine</b> and coarse.", new Verdict.Corrected("ok"));

    assertThat(visitor.get("/products/mill").body())
        .contains("Grinds &lt;b&gt;fine&lt;/b&gt; and coarse.");
  }

  @Test
  void commentWithALink_isRemovedAtOnce() {
    assertThat(
            visitor
                .send(
                    "/products/pan",
                    "/products/pan/comments",
                    Map.of("author", "", "text", "Buy at https://pans.example"))
                .body())
        .contains("Your comment is not shown")
        .doesNotContain("pans.example");
  }

  @Test
  void staffPage_asksForTheStaffsOwnLogin() {
    assertThat(visitor.get("/admin").uri().getPath()).isEqualTo("/login");

    HttpResponse<String> page =
        visitor.send("/login", "/login", Map.of("username", "staff", "password", "copper"));

    assertThat(page.uri().getPath()).isEqualTo("/admin");
    assertThat(page.body()).contains("Tickets", "Comments");
  }

  @Test
  void api_wantsAKey_andNoLogin() {
    HttpResponse<String> answer = visitor.get("/v1/features");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("TL-502");
  }

  @Test
  void console_hasALoginOfItsOwn() {
    HttpResponse<String> page = visitor.get("/tenlines");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().getPath()).startsWith("/tenlines/");
  }

  @Test
  void health_isPublic_butMetricsAreNot() {
    assertThat(visitor.get("/actuator/health").body()).contains("UP");
    assertThat(visitor.get("/actuator/metrics/tenlines.requests").uri().getPath())
        .isEqualTo("/login");
  }

  @Test
  void unknownPages_are404() {
    assertThat(visitor.get("/tickets/4711").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/products/spoon").statusCode()).isEqualTo(404);
  }

  private String order(String product) {
    String path = "/products/" + product;
    return visitor.send(path, path + "/orders", Map.of()).uri().getPath().substring(8);
  }

  private String cancel(String order) {
    return visitor
        .send(
            "/help?order=" + order, "/tickets", Map.of("order", order, "text", "I changed my mind"))
        .body();
  }

  private void decide(String input, Verdict verdict) {
    ReviewItem item =
        tenlines
            .reviews()
            .list(new ReviewQueue.Filter(Request.SINGLE_TENANT, null, true, null, 200))
            .stream()
            .filter(waiting -> waiting.input().equals(input))
            .findFirst()
            .orElseThrow();
    assertThat(tenlines.reviews().decide(Request.SINGLE_TENANT, item.id(), "ann", null, verdict))
        .isInstanceOf(Decision.Done.class);
    clock.advance(ReviewQueue.UNDO);
    tenlines.tend();
  }
}
