package dev.tenlines.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.tenlines.Feature;
import dev.tenlines.ReviewPolicy;
import dev.tenlines.Stage;
import dev.tenlines.yaml.Yaml;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever people write stays text: as the text to judge, as names and values of fields, as labels
 * and their meanings, as reasons, as names, and in addresses. With {@code -Dtenlines.xss=all} the
 * same with all public payloads under {@code TENLINES_DATA}.
 */
@ExtendWith(Site.Shared.class)
class HostileTextTest {
  private static final int TO_A_PAGE = 50;
  private static final int MOST_REASON = 500;
  private static final int LONGEST_ADDRESS = 2000;

  /** YAML knows no longer keys. */
  private static final int LONGEST_LABEL = 1000;

  @TempDir Path project;
  private final Witness witness = new Witness();

  @Test
  void everyPage_showsHostileTextAsText(Site shared) throws IOException {
    List<String> payloads = payloads();
    List<List<String>> pages = parts(payloads, TO_A_PAGE);
    List<Feature> features = new ArrayList<>();
    Map<String, String> rules = new LinkedHashMap<>();
    for (int i = 0; i < pages.size(); i++) {
      List<String> labels =
          pages.get(i).stream().filter(text -> text.length() <= LONGEST_LABEL).toList();
      Feature feature = feature("hostile-" + i, labels);
      features.add(feature);
      rules.put(feature.name(), rules(labels));
    }
    try (Site site = Site.open(shared.chrome(), project, features, rules)) {
      Team team = site.team();
      try (Person rob = team.signedIn(team.reviewer());
          Person ada = team.signedIn(team.admin())) {
        witness.watch(rob.page, site.server().address());
        witness.watch(ada.page, site.server().address());
        for (int i = 0; i < pages.size(); i++) {
          review(team, rob, ada, "hostile-" + i, pages.get(i));
          write(ada, pages.get(i));
        }
        look(ada, "/features");
        look(ada, "/requests");
        look(ada, "/spend");
        look(rob, "/reviews");
      }
    }
    System.out.println("hostile texts shown: " + payloads.size());
    assertThat(witness.seen()).isEmpty();
  }

  private static List<String> payloads() throws IOException {
    Set<String> lines = new LinkedHashSet<>();
    try (var own = HostileTextTest.class.getResourceAsStream("payloads.txt")) {
      new String(own.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(lines::add);
    }
    assertThat(lines).hasSize(100);
    if ("all".equals(System.getProperty("tenlines.xss"))) {
      Path all = Path.of(System.getenv("TENLINES_DATA"), "payloads", "xss_unique.txt");
      new String(Files.readAllBytes(all), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .forEach(lines::add);
    }
    return List.copyOf(lines);
  }

  private static Feature feature(String name, List<String> labels) {
    Feature plain = Feature.classify(name, labels.toArray(String[]::new));
    Map<String, String> described = new LinkedHashMap<>();
    labels.forEach(label -> described.put(label, labels.getLast() + label));
    return new Feature(
            name,
            plain.kind(),
            described,
            null,
            plain.input(),
            plain.profile(),
            plain.promise(),
            Stage.ASSIST,
            List.of("rules", "review"),
            plain.review())
        .withReview(new ReviewPolicy(null, ReviewPolicy.STAY, 0, labels.subList(0, 9)));
  }

  /** The field says which label is proposed. */
  private static String rules(List<String> labels) {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < labels.size(); i++) {
      rules.append("- when: fields.n == ").append(i).append("\n  then: ");
      rules.append(Yaml.quoted(labels.get(i))).append('\n');
    }
    return rules.toString();
  }

  /** One item is approved, one corrected, one rejected by list and one in own words. */
  private void review(Team team, Person rob, Person ada, String feature, List<String> texts) {
    List<String> reviews = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Map<String, Object> fields = new LinkedHashMap<>();
      texts.forEach(text -> fields.put(text, texts.getLast() + text));
      fields.put("n", i);
      reviews.add(team.ask(feature, texts.get(i) + "\n" + String.join("\n", texts), fields));
    }
    take(rob, reviews.get(0));
    rob.press("a");
    seen(rob, "Approved as");

    take(rob, reviews.get(1));
    rob.press("e");
    rob.page.getByRole(AriaRole.LISTBOX).waitFor();
    witness.inspect("labels of " + feature, rob.page);
    rob.press("ArrowUp", "Enter");
    seen(rob, "Decided as");

    take(rob, reviews.get(2));
    rob.press("r", "1");
    seen(rob, "Rejected: ");

    take(rob, reviews.get(3));
    rob.press("r");
    String words = String.join(" ", texts.reversed());
    rob.page.locator("#words").fill(words.substring(0, Math.min(words.length(), MOST_REASON)));
    rob.page.locator("#reject-words").click();
    seen(rob, "Rejected: ");

    look(rob, "/reviews?feature=" + feature);
    for (String review : reviews) {
      look(rob, "/reviews/" + review);
      look(ada, "/requests/" + team.item(review).request());
    }
    look(ada, "/features/" + feature);
  }

  /** What is typed into forms and addresses comes back in answers. */
  private void write(Person ada, List<String> texts) {
    String all = String.join(" ", texts);
    for (String form : List.of("key", "user")) {
      ada.go("/keys");
      ada.page.locator("#" + form + "-name").fill(all);
      ada.page.locator("#" + form + "-name").press("Enter");
      ada.page.getByRole(AriaRole.ALERT).waitFor();
      witness.inspect("a refused " + form, ada.page);
    }
    addresses(texts).forEach(typed -> ask(ada, typed));
  }

  private void ask(Person ada, String typed) {
    look(ada, "/advise?wrong=" + typed + "&review=" + typed + "&latency=" + typed);
    look(ada, "/advise?wrong=1+EUR&volume=" + typed);
    look(ada, "/requests?feature=" + typed + "&outcome=" + typed);
    look(ada, "/requests?id=" + typed);
    look(ada, "/spend?from=" + typed);
    look(ada, "/reviews?feature=" + typed + "&done=" + typed);
    look(ada, "/features/" + typed.replace("%2F", "-").replace("%5C", "-").replace("+", "%20"));
    look(ada, "/keys?done=" + typed);
  }

  /** As many at once as fit into an address three times. */
  private static List<String> addresses(List<String> texts) {
    List<String> addresses = new ArrayList<>();
    StringBuilder address = new StringBuilder();
    for (String text : texts) {
      String typed = URLEncoder.encode(text, StandardCharsets.UTF_8);
      if (!address.isEmpty() && address.length() + typed.length() > LONGEST_ADDRESS) {
        addresses.add(address.toString());
        address.setLength(0);
      }
      if (typed.length() <= LONGEST_ADDRESS) {
        address.append(typed).append('+');
      }
    }
    addresses.add(address.toString());
    return addresses;
  }

  private void look(Person person, String path) {
    person.go(path);
    witness.inspect(path.substring(0, Math.min(path.length(), 60)), person.page);
  }

  private static void take(Person rob, String review) {
    rob.go("/reviews/" + review);
    if (rob.button("Take it").count() > 0) {
      rob.press("t");
    }
    rob.page.locator("#decide").waitFor();
  }

  private void seen(Person rob, String words) {
    rob.hears(words);
    witness.inspect(words, rob.page);
  }

  private static List<List<String>> parts(List<String> all, int size) {
    List<List<String>> parts = new ArrayList<>();
    for (int at = 0; at < all.size(); at += size) {
      // The last part is filled up from the start: every feature needs its labels.
      parts.add(
          at + size <= all.size()
              ? all.subList(at, at + size)
              : all.subList(all.size() - size, all.size()));
    }
    return parts;
  }
}
