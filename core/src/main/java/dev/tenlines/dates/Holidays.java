package dev.tenlines.dates;

import dev.tenlines.dates.Series.Slot;
import dev.tenlines.text.Grain;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Feasts by a short definition, which holidays.yaml explains: {@code 12-25}, {@code 4 thu 11},
 * {@code easter -2}.
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
    List<String> words = new ArrayList<>(List.of(definition.strip().split(" ")));
    IntFunction<List<LocalDate>> base = base(words);
    return year -> base.apply(year).stream().map(day -> moved(day, words)).toList();
  }

  /** Takes the words it understands; what is left moves the day. */
  private static IntFunction<List<LocalDate>> base(List<String> words) {
    String first = words.removeFirst();
    return switch (first) {
      case "easter" -> year -> List.of(easter(year));
      case "orthodox" -> year -> List.of(orthodoxEaster(year));
      case "rosh" -> year -> List.of(Moon.roshHashanah(year));
      case "hanukkah" -> year -> List.of(Moon.hanukkah(year));
      case "chinese" -> Moon::chineseNewYear;
      case "hijri" -> {
        int[] day = numbers(words.removeFirst());
        yield year -> Moon.islamic(year, day[0], day[1]);
      }
      case "hindu" -> {
        int[] tithi = numbers(words.removeFirst());
        yield kept(year -> Moon.hindu(year, tithi[0], tithi[1], tithi[2]));
      }
      case "sun" -> {
        int sign = Integer.parseInt(words.removeFirst());
        yield kept(year -> Moon.sunIn(year, sign));
      }
      default -> civil(first, words);
    };
  }

  private static IntFunction<List<LocalDate>> civil(String first, List<String> words) {
    if (first.indexOf('-') > 0) {
      int[] day = numbers(first);
      return year -> List.of(LocalDate.of(year, day[0], day[1]));
    }
    int nth = Integer.parseInt(first);
    DayOfWeek weekday = weekday(words.removeFirst());
    int month = Integer.parseInt(words.removeFirst());
    return year ->
        List.of(
            LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday)));
  }

  private static int[] numbers(String text) {
    return Stream.of(text.split("-")).mapToInt(Integer::parseInt).toArray();
  }

  /** What is long to work out is worked out once a year; the years that have it are few. */
  private static IntFunction<List<LocalDate>> kept(IntFunction<List<LocalDate>> days) {
    Map<Integer, List<LocalDate>> known = new ConcurrentHashMap<>();
    return year -> known.computeIfAbsent(year, days::apply);
  }

  /** By {@code +1} to the next day, by {@code sun-1} to Saturday if it is a Sunday. */
  private static LocalDate moved(LocalDate day, List<String> words) {
    LocalDate moved = day;
    boolean observed = false;
    for (String word : words) {
      if (word.startsWith("<")) {
        moved = moved.with(TemporalAdjusters.previous(weekday(word.substring(1))));
      } else if (Character.isLetter(word.charAt(0))) {
        boolean falls = !observed && moved.getDayOfWeek() == weekday(word.substring(0, 3));
        moved = falls ? moved.plusDays(Integer.parseInt(word.substring(3))) : moved;
        observed |= falls;
      } else {
        moved = moved.plusDays(Integer.parseInt(word));
      }
    }
    return moved;
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
}
