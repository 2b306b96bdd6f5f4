package dev.tenlines.spring.http;

import dev.tenlines.Tenlines;
import dev.tenlines.access.Caller;
import dev.tenlines.access.Role;
import dev.tenlines.serving.SpendJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** What was spent, what it will cost, and how far budgets are used. */
@RestController
final class SpendResource {
  private static final int USUAL_DAYS = 30;
  private static final int MOST_DAYS = 366;

  private final Tenlines tenlines;
  private final Clock clock;

  SpendResource(Tenlines tenlines, Clock clock) {
    this.tenlines = tenlines;
    this.clock = clock;
  }

  @GetMapping(path = "/v1/spend", produces = MediaType.APPLICATION_JSON_VALUE)
  void list(
      @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
      HttpServletRequest call,
      HttpServletResponse response)
      throws IOException {
    Caller caller = visitor.as(Role.APPLICATION);
    Query query = Query.of(call, "from", "to");
    LocalDate askedTo = query.day("to");
    LocalDate to = askedTo == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : askedTo;
    LocalDate askedFrom = query.day("from");
    LocalDate from = askedFrom == null ? to.minusDays(USUAL_DAYS - 1) : askedFrom;
    check(from, to);
    Json.write(response, 200, SpendJson.of(tenlines.spending(caller.tenant(), from, to)));
  }

  private static void check(LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days < 1 || days > MOST_DAYS) {
      throw Problem.invalid(
          "From " + from + " to " + to + " is not 1 to " + MOST_DAYS + " days.",
          "Maybe ask for one year at a time.");
    }
  }
}
