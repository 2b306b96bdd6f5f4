package dev.tenlines.server.browser;

import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.tenlines.Request;
import dev.tenlines.review.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A walk over every page of the console, in every state that looks different. */
record Tour(
    Site site,
    Team team,
    Map<String, Consumer<Person>> guest,
    Map<String, Consumer<Person>> reviewer,
    Map<String, Consumer<Person>> admin) {

  static Tour of(Site site) {
    Team team = site.team();
    String ordinary =
        team.ask(
            "banking",
            "My card was declined abroad, and nobody told me why.\nThe second line.",
            Map.of("country", "NZ", "plan", "premium", "balance", 12.5));
    String decided = team.ask("banking", "A transfer that was decided.");
    String rejected = team.ask("banking", "A transfer that was rejected.");
    String held = team.ask("banking", "A transfer that somebody holds.");
    String handedOn = team.ask("banking", "A transfer for the boss.");
    String late = team.ask("tickets", "Where is my parcel? It was due yesterday.");
    String unknown = team.ask("banking", "A text no rule knows.");
    String blind = team.ask("checks", "The parcel has arrived.");
    var documents = site.tenlines().documents();
    String paper =
        team.ask("invoices", Request.of(documents.file("invoice.pdf", Papers.invoice())));
    byte[] mail = Papers.MAIL.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    String letter = team.ask("invoices", Request.of(documents.file("letter.eml", mail)));
    String answer = team.ask("desk", Library.QUESTION, Map.of());
    String digest = team.ask("digest", Library.REPORT, Map.of());
    String answered = asked(site, team, "help", Library.QUESTION);
    String lacking = asked(site, team, "help", Library.UNKNOWN);
    String summary = asked(site, team, "abstract", Library.REPORT);
    String rows = asked(site, team, "orders", Stock.QUESTION);
    String none = asked(site, team, "orders", Stock.NONE);
    String gluten = asked(site, team, "orders", Stock.UNKNOWN);
    String proposed = asked(site, team, "careful", Stock.QUESTION);
    team.queue()
        .decide(team.tenant(), decided, team.reviewer(), null, new Verdict.Corrected("fee_lost"));
    team.queue()
        .decide(team.tenant(), rejected, team.reviewer(), null, new Verdict.Rejected("not for us"));
    team.queue().escalate(team.tenant(), handedOn, team.reviewer(), team.item(handedOn).version());
    team.queue().open(team.tenant(), held, team.admin());
    site.tenlines().access().createKey("shop", team.tenant(), dev.tenlines.access.Role.APPLICATION);
    String request = team.item(decided).request();

    Map<String, Consumer<Person>> guest = new LinkedHashMap<>();
    guest.put("login", person -> person.go("/login"));
    guest.put(
        "login-refused",
        person -> {
          person.go("/login");
          person.page.getByLabel("Name").fill("nobody");
          person.page.getByLabel("Password").fill("no password of theirs");
          person.button("Sign in").click();
          person.page.getByRole(AriaRole.ALERT).waitFor();
        });

    Map<String, Consumer<Person>> reviewer = new LinkedHashMap<>();
    reviewer.put("reviews", person -> person.go("/reviews"));
    reviewer.put("review-free", person -> person.go("/reviews/" + unknown));
    reviewer.put("review", person -> take(person, ordinary));
    reviewer.put(
        "review-open",
        person -> {
          take(person, ordinary);
          person.press("?");
          person.press("r");
          person.press("e");
          person.page.getByRole(AriaRole.LISTBOX).waitFor();
          person.type("card");
        });
    reviewer.put(
        "review-toast",
        person -> {
          take(person, unknown);
          person.press("e");
          person.type("pin li");
          person.press("Enter");
          person.button("Undo").waitFor();
        });
    reviewer.put("review-late", person -> take(person, late));
    reviewer.put("review-blind", person -> take(person, blind));
    reviewer.put(
        "review-paper",
        person -> {
          take(person, paper);
          person.press("e");
          person.page.locator(".spot.now").first().waitFor();
        });
    reviewer.put("review-letter", person -> take(person, letter));
    reviewer.put(
        "review-letter-wrong",
        person -> {
          person.page.locator(".typed").nth(1).fill("some day");
          person.page.locator("#correct").click();
          person.page.locator(".complaint").first().waitFor();
        });
    reviewer.put("review-decided", person -> person.go("/reviews/" + decided));
    reviewer.put("review-rejected", person -> person.go("/reviews/" + rejected));
    reviewer.put("review-held", person -> person.go("/reviews/" + held));
    reviewer.put(
        "reviews-nothing",
        person -> {
          person.go("/reviews?skipped=true");
          person.go("/reviews?feature=none&done=nothing");
        });
    reviewer.put("review-answer", person -> take(person, answer));
    reviewer.put("review-summary", person -> take(person, digest));
    reviewer.put("forbidden", person -> person.go("/keys"));
    reviewer.put("account", person -> person.go("/account"));

    Map<String, Consumer<Person>> admin = new LinkedHashMap<>();
    admin.put("features", open("/features"));
    admin.put("feature", open("/features/banking"));
    admin.put("ask", open("/features/banking/ask"));
    admin.put(
        "ask-answered",
        person -> {
          person.go("/features/banking/ask");
          person.page.getByLabel("Text").fill("My card was declined.");
          person.button("Ask").click();
          person.page.getByText("Every rung's part").waitFor();
        });
    admin.put("feature-answer", open("/features/help"));
    admin.put("gaps", open("/features/help/gaps"));
    admin.put("ask-answer", person -> asks(person, "help", "Question", Library.QUESTION));
    admin.put("ask-summary", person -> asks(person, "abstract", "Text", Library.REPORT));
    admin.put("request-answer", open("/requests/" + answered));
    admin.put("request-lacking", open("/requests/" + lacking));
    admin.put("request-summary", open("/requests/" + summary));
    admin.put("search", open("/features/orders/ask"));
    admin.put(
        "search-rows",
        person -> {
          person.go("/requests/" + rows);
          person.page.locator(".chip summary").first().click();
          person.page.locator("#result > details > summary").click();
        });
    admin.put("search-none", open("/requests/" + none));
    admin.put("search-unknown", open("/requests/" + gluten));
    admin.put("search-proposed", open("/requests/" + proposed));
    admin.put("requests", open("/requests"));
    admin.put("request", open("/requests/" + request));
    admin.put("request-paper", open("/requests/" + team.item(paper).request()));
    admin.put("spend", open("/spend"));
    admin.put("prompts", open("/prompts"));
    admin.put("generated", open("/requests/" + request + "/generated"));
    admin.put("trial", open("/trial"));
    admin.put("advise", open("/advise"));
    admin.put(
        "advise-result",
        open(
            "/advise?task=language&rule=partial&wrong=2.50+EUR&review=0.40+EUR&latency=2000&volume=50000/month"));
    admin.put("keys", open("/keys"));
    admin.put(
        "keys-secret",
        person -> {
          person.go("/keys");
          person.page.locator("#key-name").fill("another shop");
          person.button("Make a key").click();
          person.page.locator(".secret").waitFor();
        });
    admin.put("deliveries", open("/deliveries"));
    admin.put("not-found", open("/reviews/nothing-here"));
    return new Tour(site, team, guest, reviewer, admin);
  }

  void walk(BiConsumer<String, Person> visitor) {
    walk(person -> {}, visitor);
  }

  /** Opens one page after the other and shows each to the visitor, with the page's name. */
  void walk(Consumer<Person> before, BiConsumer<String, Person> visitor) {
    try (Person person = Person.stranger(site)) {
      visit(person, guest, before, visitor);
    }
    try (Person person = team.signedIn(team.reviewer())) {
      visit(person, reviewer, before, visitor);
    }
    try (Person person = team.signedIn(team.admin())) {
      visit(person, admin, before, visitor);
    }
  }

  private static void visit(
      Person person,
      Map<String, Consumer<Person>> pages,
      Consumer<Person> before,
      BiConsumer<String, Person> visitor) {
    before.accept(person);
    pages.forEach((name, page) -> {
      page.accept(person);
      visitor.accept(name, person);
    });
  }

  private static String asked(Site site, Team team, String feature, String text) {
    return site.tenlines().ask(feature, Request.of(text).forTenant(team.tenant())).id();
  }

  private static void asks(Person person, String feature, String label, String text) {
    person.go("/features/" + feature + "/ask");
    person.page.getByLabel(label, new GetByLabelOptions().setExact(true)).fill(text);
    person.page.locator("#ask button.primary").click();
    person.page.locator("#shown #result").waitFor();
  }

  private static Consumer<Person> open(String path) {
    return person -> {
      person.go(path);
      person
          .page
          .locator("main details > summary")
          .evaluateAll("all => all.forEach(one => one.parentElement.open = true)");
    };
  }

  private static void take(Person person, String review) {
    person.go("/reviews/" + review);
    if (person.button("Take it").count() > 0) {
      person.press("t");
    }
    person.page.locator("#decide").waitFor();
  }
}
