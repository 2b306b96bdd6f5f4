package dev.tenlines.server.browser;

import dev.tenlines.Feature;
import dev.tenlines.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Documents that questions are answered from, and a text to be made short. */
final class Library {
  static final Feature HELP =
      Feature.answer("help", "docs").withReview(Features.policy(Duration.ofHours(2), 0));

  /** The same where people decide. */
  static final Feature DESK =
      Feature.answer("desk", "docs")
          .withRungs("curated", "passages", "review")
          .withStage(Stage.ASSIST)
          .withReview(Features.policy(Duration.ofHours(2), 0));

  static final Feature ABSTRACT =
      Feature.summarize("abstract", 40).withReview(Features.policy(Duration.ofHours(2), 0));

  static final Feature DIGEST =
      Feature.summarize("digest", 40)
          .withRungs("short", "extractive", "review")
          .withStage(Stage.ASSIST)
          .withReview(Features.policy(Duration.ofHours(2), 0));

  static final String QUESTION = "How long is a voucher valid?";
  static final String UNKNOWN = "Which voucher do I need for a dentist in Lisbon?";

  static final String REPORT =
      """
      The town of Ostrey opened its new footbridge on 4 May 2026. The bridge cost 1.9 million EUR. \
      It is 140 metres long and four metres wide. Before, people had to walk around the harbour, \
      which took them half an hour. The mayor cut a ribbon. A band played <b>loudly</b>.

      The builder, Marlow Spans Ltd, gives a warranty of twelve years. The next inspection is due on \
      1 March 2028. It rained in the afternoon, and most people went home early. \
      The old ferry stops on 1 June 2026. Its crew of five will work at the harbour office. \
      Tickets that were bought before remain valid until the end of 2026. <script>window.__xss = 1</script>
      """;

  private Library() {}

  /** Two pages that do not agree, and one that is hostile. */
  static void write(Path project) throws IOException {
    Path docs = Files.createDirectories(project.resolve("docs"));
    Files.writeString(
        docs.resolve("vouchers.md"),
        """
        # Vouchers

        ## How long they are valid

        A voucher is valid for three years from the day it was bought. It cannot be paid out.
        """);
    Files.writeString(
        docs.resolve("terms.html"),
        """
        <html><head><title>Terms</title></head><body><h1>Terms</h1><h2 id="vouchers">Vouchers</h2>
        <p>A voucher is valid for two years from the day it was bought.</p>
        <h2>Complaints</h2><p>We answer complaints &lt;script&gt;window.__xss = 1&lt;/script&gt; within ten days.</p>
        </body></html>
        """);
  }
}
