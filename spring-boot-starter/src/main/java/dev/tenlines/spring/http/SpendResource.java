package dev.tenlines.spring.http;

import dev.tenlines.Tenlines;
import dev.tenlines.access.Caller;
import dev.tenlines.access.Role;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.History;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** What was spent, by day, feature and rung. */
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
    List<History.Spend> spend =
        tenlines
            .history()
            .spend(
                caller.tenant(),
                from.atStartOfDay().toInstant(ZoneOffset.UTC),
                to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("items", spend.stream().map(SpendResource::fields).toList());
    out.put("sums", sums(spend));
    Json.write(response, 200, out);
  }

  private static void check(LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days < 1 || days > MOST_DAYS) {
      throw Problem.invalid(
          "From " + from + " to " + to + " is not 1 to " + MOST_DAYS + " days.",
          "Maybe ask for one year at a time.");
    }
  }

  private static Map<String, Object> fields(History.Spend spend) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("day", spend.day().toString());
    out.put("feature", spend.feature());
    out.put("rung", spend.rung());
    out.put("charges", spend.charges());
    out.put("amount", spend.sum().amount());
    out.put("currency", spend.sum().currency());
    return out;
  }

  private static List<Map<String, Object>> sums(List<History.Spend> spend) {
    Map<String, Money> sums = new TreeMap<>();
    spend.forEach(one -> sums.merge(one.sum().currency(), one.sum(), Money::plus));
    return sums.values().stream()
        .map(sum -> {
          Map<String, Object> out = new LinkedHashMap<>();
          out.put("amount", sum.amount());
          out.put("currency", sum.currency());
          return out;
        })
        .toList();
  }
}
