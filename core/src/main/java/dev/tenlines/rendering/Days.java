package dev.tenlines.rendering;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as people write them, months by their names: no country reads them otherwise. */
final class Days {
  private final Locale locale;

  Days(Locale locale) {
    this.locale = locale;
  }

  String day(LocalDate day) {
    return written("d MMM uuuu", day);
  }

  /**
   * Days in a row, as short as they can be told.
   *
   * @param end the first day after them
   */
  String between(LocalDate first, LocalDate end) {
    LocalDate last = end.minusDays(1);
    if (!first.isBefore(last)) {
      return first.equals(last) ? day(first) : "from " + day(first) + " to before " + day(end);
    }
    boolean months = first.getDayOfMonth() == 1 && end.getDayOfMonth() == 1;
    boolean years = months && first.getDayOfYear() == 1 && end.getDayOfYear() == 1;
    String form = years ? "uuuu" : months ? "MMM uuuu" : "d MMM uuuu";
    String to = written(form, last);
    String from = written(form, first);
    if (from.equals(to)) {
      return to;
    }
    boolean sameYear = !years && first.getYear() == last.getYear();
    boolean sameMonth = sameYear && !months && first.getMonth() == last.getMonth();
    String start = sameMonth ? "d" : sameYear ? form.replace(" uuuu", "") : form;
    return written(start, first) + "–" + to;
  }

  private String written(String form, LocalDate day) {
    return DateTimeFormatter.ofPattern(form, locale).format(day);
  }
}
