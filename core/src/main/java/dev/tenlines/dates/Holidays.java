package dev.tenlines.dates;

import dev.tenlines.text.Grain;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.chrono.HijrahDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Feasts by a short definition: {@code 12-25}, {@code 4 thu 11} (the fourth Thursday of November),
 * {@code -1 mon 5} (the last Monday of May), {@code easter-2}, {@code hijri 9-1}; {@code +1} behind
 * is the day after, and {@code .. } stands before the first day that no longer belongs to it.
 */
final class Holidays {
  private Holidays() {}

  static Series of(String definition) {
    String[] ends = definition.split(" \\.\\. ");
    IntFunction<List<LocalDate>> first = days(ends[0]);
    IntFunction<List<LocalDate>> end = ends.length > 1 ? days(ends[1]) : first;
    boolean single = ends.length == 1;
    return Series.in(
        Grain.YEAR,
        year -> {
          List<Slot> slots = new ArrayList<>();
          for (LocalDate day : first.apply(year.getYear())) {
            LocalDateTime from = day.atStartOfDay();
            if (single) {
              slots.add(Slot.of(from, Grain.DAY));
            } else {
              next(end, day, slots);
            }
          }
          return slots;
        });
  }

  private static void next(IntFunction<List<LocalDate>> end, LocalDate day, List<Slot> slots) {
    for (int year = day.getYear(); year <= day.getYear() + 1; year++) {
      for (LocalDate until : end.apply(year)) {
        if (until.isAfter(day)) {
          slots.add(new Slot(day.atStartOfDay(), until.atStartOfDay(), Grain.DAY));
          return;
        }
      }
    }
  }

  private static IntFunction<List<LocalDate>> days(String definition) {
    String[] words = definition.strip().split(" ");
    int shift = words.length > 1 && words[words.length - 1].startsWith("+")
            ? Integer.parseInt(words[words.length - 1])
            : 0;
    if (words[0].startsWith("easter") || words[0].startsWith("orthodox")) {
      boolean western = words[0].startsWith("easter");
      String distance = words[0].replaceAll("[a-z]", "");
      int days = distance.isEmpty() ? 0 : Integer.parseInt(distance);
      return year -> List.of((western ? easter(year) : orthodoxEaster(year)).plusDays(days));
    }
    if (words[0].equals("hijri")) {
      int month = Integer.parseInt(words[1].split("-")[0]);
      int day = Integer.parseInt(words[1].split("-")[1]);
      return year -> hijri(year, month, day);
    }
    if (words[0].contains("-") && words[0].indexOf('-') > 0) {
      int month = Integer.parseInt(words[0].split("-")[0]);
      int day = Integer.parseInt(words[0].split("-")[1]);
      return year -> List.of(observed(LocalDate.of(year, month, day).plusDays(shift), words));
    }
    int nth = Integer.parseInt(words[0]);
    int month = Integer.parseInt(words[2]);
    DayOfWeek weekday = weekday(words[1]);
    return year ->
        List.of(
            LocalDate.of(year, month, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday))
                .plusDays(shift));
  }

  /** Moved from a weekday: {@code sun-1} is on Saturday where it would be on Sunday. */
  private static LocalDate observed(LocalDate day, String[] words) {
    for (String word : List.of(words).subList(1, words.length)) {
      if (word.length() == 5 && day.getDayOfWeek() == weekday(word.substring(0, 3))) {
        return day.plusDays(Integer.parseInt(word.substring(3)));
      }
    }
    return day;
  }

  private static DayOfWeek weekday(String name) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).startsWith(name)) {
        return day;
      }
    }
    throw new IllegalArgumentException("No weekday: " + name);
  }

  /** After Meeus, Jones and Butcher. */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }

  /** After Meeus, moved from the Julian calendar. */
  static LocalDate orthodoxEaster(int year) {
    int d = (19 * (year % 19) + 15) % 30;
    int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    int f = d + e + 114;
    int behind = year / 100 - year / 400 - 2;
    return LocalDate.of(year, f / 31, f % 31 + 1).plusDays(behind);
  }

  /** None, one or two, as the lunar year is shorter; none outside the years the calendar knows. */
  private static List<LocalDate> hijri(int year, int month, int day) {
    List<LocalDate> days = new ArrayList<>();
    int about = (year - 622) * 33 / 32;
    for (int lunar = about - 1; lunar <= about + 2; lunar++) {
      try {
        LocalDate date = LocalDate.from(HijrahDate.of(lunar, month, day));
        if (date.getYear() == year) {
          days.add(date);
        }
      } catch (DateTimeException e) {
        continue;
      }
    }
    return days;
  }
}
