package dev.tenlines.salience;

import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The summary that a document brings itself: its abstract, its TL;DR, its section of that name.
 *
 * @param heading what it is called there
 * @param span where it stands, without the heading
 */
public record OwnSummary(String heading, Span span) {
  private static final Pattern TITLE =
      Pattern.compile(
          "(?iu)^[#*_\\s]*(?:[0-9]+[.)]?\\s+)?(abstract|summary|executive summary|management summary|tl;?\\s?dr|key (?:points|takeaways|findings)"
              + "|in brief|at a glance|overview in brief|zusammenfassung|kurzfassung|das wichtigste in kürze|résumé|resume|en bref|synthèse|resumen|en resumen"
              + "|samenvatting|sommario|riassunto|in sintesi)\\s*[*_]*\\s*[:.–—-]?[*_\\s]*");

  /** The summary of a document, or null where it brings none. */
  public static @Nullable OwnSummary of(Document document) {
    Body body = Body.of(document);
    List<Sentence> sentences = body.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      var title = TITLE.matcher(sentence.text());
      if (!sentence.first() || !title.find()) {
        continue;
      }
      boolean alone = title.end() == sentence.text().length();
      if (alone && (sentence.heading() || sentence.words() <= 4)) {
        List<Sentence> under = new ArrayList<>();
        for (int j = i + 1; j < sentences.size() && !sentences.get(j).heading(); j++) {
          under.add(sentences.get(j));
        }
        if (!under.isEmpty()) {
          return new OwnSummary(
              title.group(1),
              new Span(under.getFirst().span().start(), under.getLast().span().end()));
        }
      }
    }
    return null;
  }
}
