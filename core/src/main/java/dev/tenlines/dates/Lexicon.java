package dev.tenlines.dates;

import dev.tenlines.dates.Sense.Count;
import dev.tenlines.dates.Sense.Nth;
import dev.tenlines.dates.Sense.Unit;
import dev.tenlines.dates.Sense.Word;
import dev.tenlines.dates.Sense.Zone;
import dev.tenlines.dates.Series.Slot;
import dev.tenlines.dates.When.Field;
import dev.tenlines.dates.When.Kind;
import dev.tenlines.text.Grain;
import dev.tenlines.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the words of a language from its file.
 *
 * <p>A phrase with {@code ?} before it may as well mean something else, as {@code may} does: it
 * counts beside other words of times, or when nothing else is said. One with {@code !} mostly means
 * something else and never counts alone.
 */
final class Lexicon {
  private final Language language;
  private final String country;
  private final Map<String, String> feasts = pairs(file("holidays").entries());
  private final Map<String, Integer> ones = new HashMap<>();
  private final Map<String, Integer> tens = new HashMap<>();

  Lexicon(Language language, String country) {
    this.language = language;
    this.country = country;
  }

  void read(String code) {
    Map<String, Yaml> sections = file(code).entries();
    sections.forEach((section, words) -> add(section, words.entries()));
    pairs(file("zones").entries())
        .forEach((offset, names) -> put(names, new Zone(ZoneOffset.of(offset))));
  }

  private void add(String section, Map<String, Yaml> words) {
    pairs(words)
        .forEach((key, phrases) -> {
          switch (section) {
            case "months" -> put(phrases, DateRules.month(Integer.parseInt(key)));
            case "weekdays" -> put(phrases, weekday(Integer.parseInt(key)));
            case "units" -> put(phrases, new Unit(grain(key), false));
            case "marks" -> put(phrases, new Unit(grain(key), true));
            case "days" -> language.put(phrases, now -> day(now, Integer.parseInt(key)));
            case "parts" -> put(phrases, part(key));
            case "todays" -> language.put(phrases, now -> part(now, key));
            case "seasons" -> put(phrases, season(key));
            case "clocks" -> put(phrases, clock(key));
            case "weekend" -> put(phrases, weekend());
            case "numbers" -> numbers(key, phrases);
            case "ordinals" -> put(phrases, new Nth(Integer.parseInt(key), true));
            case "lengths" -> put(phrases, length(key));
            case "holidays" -> holiday(key, phrases);
            case "habits" -> habits(key, phrases);
            case "words" -> put(phrases, new Word(key));
            case "compounds" -> language.addCompounds(folded(phrases), key.equals("heads"));
            default -> throw new IllegalArgumentException("No such section: " + section);
          }
        });
  }

  private static Grain grain(String key) {
    return Grain.valueOf(key.toUpperCase(Locale.ROOT));
  }

  private static When weekday(int day) {
    DayOfWeek weekday = DayOfWeek.of(day);
    Series series =
        Series.in(
            Grain.WEEK,
            week -> List.of(Slot.of(week.with(TemporalAdjusters.nextOrSame(weekday)), Grain.DAY)));
    return When.of(Kind.WEEKDAY, series, Grain.DAY, Field.WEEKDAY);
  }

  private static When day(LocalDateTime now, int ahead) {
    return DateRules.on(now.toLocalDate().plusDays(ahead));
  }

  private static When part(String hours) {
    return ClockRules.part(
        Integer.parseInt(hours.split("-")[0]), Integer.parseInt(hours.split("-")[1]));
  }

  /** This morning, last night: a part of a day so many days ahead. */
  private static When part(LocalDateTime now, String key) {
    int colon = key.indexOf(':');
    int ahead = Integer.parseInt(key.substring(0, colon));
    When part = part(key.substring(colon + 1));
    Series day = day(now, ahead).series();
    When.Part hours = part.part();
    if (hours == null) {
      return part;
    }
    When anchored = part.with(JoinRules.partOf(day, hours));
    return ahead == 0 ? anchored : anchored.with(new When.Part(hours.from(), hours.until(), day));
  }

  private static When season(String key) {
    return When.of(Kind.SEASON, Holidays.of(key), Grain.DAY, Field.QUARTER, Field.MONTH);
  }

  private static When clock(String key) {
    return ClockRules.at(new When.Clock(Integer.parseInt(key), -1, -1, false, true));
  }

  /** From Friday evening on. */
  private static When weekend() {
    Series series =
        Series.in(
            Grain.WEEK,
            week -> List.of(new Slot(week.plusHours(4 * 24 + 18), week.plusDays(7), Grain.HOUR)));
    return When.of(Kind.WEEKEND, series, Grain.HOUR, Field.WEEKDAY, Field.DOM);
  }

  /** Of all who speak it, or of some countries and where none is known. */
  private void habits(String countries, String habits) {
    String here = country.isEmpty() ? "none" : country;
    if (countries.equals("all") || List.of(countries.split(" ")).contains(here)) {
      language.addHabits(List.of(habits.split(", ")));
    }
  }

  private void numbers(String key, String phrases) {
    if (key.equals("joined")) {
      joinNumbers(phrases);
      return;
    }
    String[] parts = key.split("/");
    int room = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    put(phrases, new Count(new BigDecimal(parts[0]), 0, room));
    int value = Integer.parseInt(parts[0]);
    if (room == 0 && value >= 1 && value <= 9) {
      ones.put(phrases.split(", ")[0], value);
    } else if (room == 10) {
      tens.put(phrases, value);
    }
  }

  /** One-and-twenty in one word, of the numbers that stand before. */
  private void joinNumbers(String joiner) {
    ones.forEach((one, value) ->
        tens.forEach(
            (ten, more) -> put(one + joiner + ten, new Count(new BigDecimal(value + more), 0, 0))));
  }

  private static Sense length(String key) {
    String[] parts = key.split(" ");
    return AmountRules.of(Integer.parseInt(parts[0]), grain(parts[1]));
  }

  private void holiday(String key, String phrases) {
    String definition = feasts.getOrDefault(key + "." + country, feasts.get(key));
    if (definition == null) {
      throw new IllegalArgumentException("No such feast: " + key);
    }
    put(phrases, When.of(Kind.HOLIDAY, Holidays.of(definition), Grain.DAY, Field.MONTH, Field.DOM));
  }

  private void put(String phrases, Sense sense) {
    language.put(phrases, now -> sense);
  }

  private static List<String> folded(String phrases) {
    return Token.of(phrases).stream().map(Token::text).toList();
  }

  private static Map<String, String> pairs(Map<String, Yaml> yaml) {
    Map<String, String> pairs = new LinkedHashMap<>();
    yaml.forEach((key, value) -> pairs.put(key, value.text()));
    return pairs;
  }

  private static Yaml file(String name) {
    String file = name + ".yaml";
    try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
      Yaml yaml =
          in == null
              ? null
              : Yaml.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      if (yaml == null) {
        throw new IllegalStateException("The words (" + file + ") are missing.");
      }
      return yaml;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
