package dev.tenlines.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages need nothing that their content security policy forbids. */
@ExtendWith(Site.Shared.class)
class ContentPolicyTest {

  @Test
  void everyPage_hasNeitherInlineScriptNorStyle(Site site) {
    Witness witness = new Witness();
    List<String> refused = new ArrayList<>();
    Tour.of(site)
        .walk(
            person -> {
              witness.watch(person.page, site.server().address());
              person.page.onConsoleMessage(message -> {
                if (message.type().equals("error") && message.text().contains("Content Security")) {
                  refused.add(message.text());
                }
              });
            },
            (name, person) -> witness.inspect(name, person.page));
    assertThat(witness.seen()).isEmpty();
    assertThat(refused).isEmpty();
  }
}
