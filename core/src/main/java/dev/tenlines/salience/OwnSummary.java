package dev.tenlines.salience;

import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import java.util.List;
import java.util.regex.Matcher;
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

  private static final Pattern MARK = Pattern.compile("[:–—][*_\\s]*\\z");

  /** The summary of a document, or null where it brings none. */
  public static @Nullable OwnSummary of(Document document) {
    List<Sentence> sentences = Body.of(document).sentences();
    for (Sentence sentence : sentences) {
      Matcher title = TITLE.matcher(sentence.text());
      if (sentence.first() && title.find()) {
        boolean alone = title.end() == sentence.text().length();
        OwnSummary found =
            alone ? under(sentences, sentence, title.group(1)) : behind(sentences, sentence, title);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** What stands under a heading, up to the next. */
  private static @Nullable OwnSummary under(
      List<Sentence> sentences, Sentence heading, String name) {
    int end = heading.at() + 1;
    while (end < sentences.size() && !sentences.get(end).heading()) {
      end++;
    }
    return end == heading.at() + 1 ? null : of(name, sentences, heading.at() + 1, end, 0);
  }

  /** The rest of a paragraph that begins with the name and a mark: {@code TL;DR: …}. */
  private static @Nullable OwnSummary behind(
      List<Sentence> sentences, Sentence sentence, Matcher title) {
    if (!MARK.matcher(title.group()).find()) {
      return null;
    }
    int end = sentence.at() + 1;
    while (end < sentences.size() && sentences.get(end).block() == sentence.block()) {
      end++;
    }
    return of(title.group(1), sentences, sentence.at(), end, title.end());
  }

  private static OwnSummary of(
      String name, List<Sentence> sentences, int from, int end, int without) {
    int start = sentences.get(from).span().start() + without;
    return new OwnSummary(name, new Span(start, sentences.get(end - 1).span().end()));
  }
}
