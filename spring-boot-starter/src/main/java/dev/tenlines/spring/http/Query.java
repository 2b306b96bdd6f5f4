package dev.tenlines.spring.http;

import dev.tenlines.Tenlines;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a call: each one known, given once and of its form; empty counts as absent. */
final class Query {
  private static final int USUAL_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 200;
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9999;

  private final Map<String, String[]> values;

  private Query(Map<String, String[]> values) {
    this.values = values;
  }

  static Query of(HttpServletRequest request, String... names) {
    List<String> known = List.of(names);
    Map<String, String[]> values = parameters(request);
    values.forEach((name, given) -> {
      if (!known.contains(name)) {
        throw Problem.invalid(
            "A parameter is not known.", "Maybe it is one of: " + String.join(", ", known) + ".");
      }
      if (given.length > 1) {
        throw Problem.invalid("The parameter " + name + " is there more than once.", "");
      }
    });
    return new Query(values);
  }

  private static Map<String, String[]> parameters(HttpServletRequest request) {
    try {
      return request.getParameterMap();
    } catch (IllegalStateException e) {
      throw Problem.invalid("The parameters cannot be decoded.", "Maybe percent-encode them.");
    }
  }

  @Nullable String text(String name) {
    String[] given = values.get(name);
    return given == null || given[0].isEmpty() ? null : given[0];
  }

  /** A declared feature. */
  @Nullable String feature(Tenlines tenlines) {
    String name = text("feature");
    return name == null ? null : tenlines.plan(name).feature().name();
  }

  @Nullable String oneOf(String name, String... choices) {
    String given = text(name);
    if (given != null && !List.of(choices).contains(given)) {
      throw invalid(name, "Maybe it is one of: " + String.join(", ", choices) + ".");
    }
    return given;
  }

  /** An id such as {@code r_…}, where a page starts. */
  @Nullable String id(String name, String kind) {
    String given = text(name);
    if (given != null && !given.matches(kind + "_[a-z0-9]{1,60}")) {
      throw invalid(name, "Maybe send what next named.");
    }
    return given;
  }

  @Nullable LocalDate day(String name) {
    String given = text(name);
    if (given == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(given);
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return day;
      }
    } catch (DateTimeException e) {
      // What is no day is refused like one that no record can have.
    }
    throw invalid(name, "Maybe write 2026-11-23.");
  }

  /** How long a page is. */
  int limit() {
    String given = text("limit");
    if (given == null) {
      return USUAL_LIMIT;
    }
    int limit = given.matches("[0-9]{1,4}") ? Integer.parseInt(given) : 0;
    if (limit < 1 || limit > HIGHEST_LIMIT) {
      throw invalid("limit", "Maybe send a number from 1 to " + HIGHEST_LIMIT + ".");
    }
    return limit;
  }

  /** How many rows are passed over. */
  int offset() {
    String given = text("offset");
    if (given == null) {
      return 0;
    }
    if (!given.matches("[0-9]{1,7}")) {
      throw invalid("offset", "Maybe send how many rows came before.");
    }
    return Integer.parseInt(given);
  }

  private static Problem.Thrown invalid(String name, String hint) {
    return Problem.invalid("The parameter " + name + " is not valid.", hint);
  }
}
