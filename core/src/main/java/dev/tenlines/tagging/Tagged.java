package dev.tenlines.tagging;

import dev.tenlines.document.Document;
import java.util.List;
import java.util.Map;

/**
 * A document whose fields a person has marked.
 *
 * @param context what was known besides the text, such as what had been asked for
 * @param marks all values that stand in it; where two overlap, the first counts
 */
public record Tagged(Document document, Map<String, Object> context, List<Mark> marks) {
  public Tagged {
    context = Map.copyOf(context);
    marks = List.copyOf(marks);
    for (Mark mark : marks) {
      if (mark.span().end() > document.text().length()) {
        throw new IllegalArgumentException("A mark behind the end of the text: " + mark);
      }
    }
  }
}
