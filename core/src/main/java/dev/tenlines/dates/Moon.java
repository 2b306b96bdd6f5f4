package dev.tenlines.dates;

import static java.lang.Math.floor;
import static java.lang.Math.floorMod;
import static java.lang.Math.sin;
import static java.lang.Math.toRadians;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days of calendars that follow the moon: the Islamic, Hebrew, Chinese and Hindu ones.
 *
 * <p>Sun and moon are those of Meeus, Astronomical Algorithms, to a few minutes. What a community
 * sees or decrees may be a day away.
 */
final class Moon {
  /** Years for which the short formulas hold. */
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 2100;

  private static final double CHINA = 8 / 24d;
  private static final double INDIA = 5.5 / 24d;

  /** Degrees that the moon gains on the sun in a day, and in a thirtieth of a month. */
  private static final double GAIN = 12.190749;

  private static final double TITHI = 12;

  private Moon() {}

  /** None, one or two, as the lunar year is shorter; none outside the years the calendar knows. */
  static List<LocalDate> islamic(int year, int month, int day) {
    List<LocalDate> days = new ArrayList<>();
    int about = (year - 622) * 33 / 32;
    for (int lunar = about - 1; lunar <= about + 2; lunar++) {
      LocalDate date = islamicOrNull(lunar, month, day);
      if (date != null && date.getYear() == year) {
        days.add(date);
      }
    }
    return days;
  }

  private static @Nullable LocalDate islamicOrNull(int year, int month, int day) {
    try {
      return LocalDate.from(HijrahDate.of(year, month, day));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The first day of the Hebrew year that begins in a year; other feasts are counted from it. */
  static LocalDate roshHashanah(int year) {
    int hebrew = year + 3761;
    long before = elapsed(hebrew - 1);
    long now = elapsed(hebrew);
    long after = elapsed(hebrew + 1);
    int correction = after - now == 356 ? 2 : now - before == 382 ? 1 : 0;
    return LocalDate.of(-3760, 9, 7).plusDays(now + correction);
  }

  private static long elapsed(int year) {
    long months = Math.floorDiv(235L * year - 234, 19);
    long parts = 12_084 + 13_753 * months;
    long day = 29 * months + Math.floorDiv(parts, 25_920);
    return floorMod(3 * (day + 1), 7) < 3 ? day + 1 : day;
  }

  /** Hanukkah moves against the new year with the length of the second month. */
  static LocalDate hanukkah(int year) {
    LocalDate begin = roshHashanah(year);
    long length = roshHashanah(year + 1).toEpochDay() - begin.toEpochDay();
    return begin.plusDays(length % 10 == 5 ? 84 : 83);
  }

  /** The second new moon after midwinter, in all but the rarest years. */
  static List<LocalDate> chineseNewYear(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return List.of();
    }
    double moment = julian(LocalDate.of(year, 1, 21)) - CHINA;
    double newMoon = newMoonBefore(moment);
    return List.of(day((newMoon < moment ? newMoonBefore(moment + 31) : newMoon) + CHINA));
  }

  /**
   * Days on which a tithi (a thirtieth of a lunar month) runs at an hour of India, in a month that
   * ends with the new moon; of a doubled month it is the second.
   */
  static List<LocalDate> hindu(int year, int month, int tithi, double hour) {
    List<LocalDate> days = new ArrayList<>();
    if (year >= FIRST_YEAR && year <= LAST_YEAR) {
      LocalDate last = LocalDate.MIN;
      for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
        double moment = julian(day) + hour / 24 - INDIA;
        boolean runs = (int) (elongation(moment) / TITHI) + 1 == tithi;
        if (runs && last.plusDays(2).isBefore(day) && isIn(month, moment)) {
          days.add(day);
          last = day;
        }
      }
    }
    return days;
  }

  private static boolean isIn(int month, double moment) {
    double begin = newMoonBefore(moment);
    int sign = sign(begin);
    return (sign + 1) % 12 == month && sign(newMoonBefore(begin + 31)) != sign;
  }

  /** The first day whose evening has the sun in a sign of the sidereal zodiac. */
  static List<LocalDate> sunIn(int year, int sign) {
    if (year >= FIRST_YEAR && year <= LAST_YEAR) {
      for (LocalDate day = LocalDate.of(year, 1, 2); day.getYear() == year; day = day.plusDays(1)) {
        double evening = julian(day) + 0.75 - INDIA;
        if (sign(evening) == sign && sign(evening - 1) != sign) {
          return List.of(day);
        }
      }
    }
    return List.of();
  }

  private static double newMoonBefore(double moment) {
    double found = moment - elongation(moment) / GAIN;
    for (int i = 0; i < 4; i++) {
      double off = elongation(found);
      found -= (off > 180 ? off - 360 : off) / GAIN;
    }
    return found;
  }

  private static int sign(double moment) {
    double precession = 23.853 + (moment - 2_451_545) / 365.25 * 0.013969;
    return (int) (turn(sun(moment) - precession) / 30);
  }

  private static double elongation(double moment) {
    return turn(moon(moment) - sun(moment));
  }

  private static double sun(double moment) {
    double t = (moment - 2_451_545) / 36_525;
    double m = toRadians(357.52911 + 35_999.05029 * t);
    return 280.46646 + 36_000.76983 * t + 1.914602 * sin(m) + 0.019993 * sin(2 * m);
  }

  private static double moon(double moment) {
    double t = (moment - 2_451_545) / 36_525;
    double d = toRadians(297.8501921 + 445_267.1114034 * t);
    double m = toRadians(357.5291092 + 35_999.0502909 * t);
    double n = toRadians(134.9633964 + 477_198.8675055 * t);
    double f = toRadians(93.272095 + 483_202.0175233 * t);
    return 218.3164477
        + 481_267.88123421 * t
        + 6.288774 * sin(n)
        + 1.274027 * sin(2 * d - n)
        + 0.658314 * sin(2 * d)
        + 0.213618 * sin(2 * n)
        - 0.185116 * sin(m)
        - 0.114332 * sin(2 * f)
        + 0.058793 * sin(2 * d - 2 * n)
        + 0.057066 * sin(2 * d - m - n)
        + 0.053322 * sin(2 * d + n)
        + 0.045758 * sin(2 * d - m)
        - 0.040923 * sin(m - n)
        - 0.03472 * sin(d)
        - 0.030383 * sin(m + n);
  }

  private static double turn(double degrees) {
    double rest = degrees % 360;
    return rest < 0 ? rest + 360 : rest;
  }

  /** Midnight at Greenwich. */
  private static double julian(LocalDate day) {
    return day.getLong(JulianFields.JULIAN_DAY) - 0.5;
  }

  private static LocalDate day(double moment) {
    return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, (long) floor(moment + 0.5));
  }
}
