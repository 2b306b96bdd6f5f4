package dev.tenlines.extract;

import dev.tenlines.document.Document;
import dev.tenlines.document.Field;
import dev.tenlines.text.Language;
import dev.tenlines.text.Setting;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where and when documents were written, as far as they do not say it themselves.
 *
 * @param locale of all documents, or null where each tells by its words
 */
record Settings(@Nullable Locale locale, Clock clock) {

  /** The setting of a document: a mail was written when its head says. */
  Setting of(Document document) {
    Locale spoken = locale == null ? Language.of(document.text()) : locale;
    return new Setting(spoken, written(document));
  }

  private ZonedDateTime written(Document document) {
    for (Field field : document.fields()) {
      if (field.name().equalsIgnoreCase("Date")) {
        try {
          return ZonedDateTime.parse(field.value(), DateTimeFormatter.RFC_1123_DATE_TIME);
        } catch (DateTimeException e) {
          break; // a head that says no time is as good as none
        }
      }
    }
    return ZonedDateTime.now(clock);
  }
}
