package dev.tenlines.spring.http;

import dev.tenlines.Tenlines;
import dev.tenlines.access.Caller;
import dev.tenlines.access.Role;
import dev.tenlines.search.Found;
import dev.tenlines.search.RowsCsv;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** The rows of an answered search, read anew page by page, or all of them as CSV. */
@RestController
final class RowsResource {
  private static final String CSV = "text/csv";

  private final Tenlines tenlines;

  RowsResource(Tenlines tenlines) {
    this.tenlines = tenlines;
  }

  @GetMapping(
      path = "/v1/requests/{id}/rows",
      produces = {MediaType.APPLICATION_JSON_VALUE, CSV})
  void rows(
      @PathVariable("id") String id,
      @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
      HttpServletRequest call,
      HttpServletResponse response)
      throws IOException {
    Caller caller = visitor.as(Role.APPLICATION);
    Query query = Query.of(call, "offset", "limit");
    String accepted = call.getHeader("Accept");
    if (accepted != null && accepted.startsWith(CSV)) {
      String csv = RowsCsv.of(offset -> tenlines.rows(caller.tenant(), id, offset, RowsCsv.page()));
      Json.send(
          response,
          HttpServletResponse.SC_OK,
          CSV + ";charset=UTF-8",
          there(csv).getBytes(StandardCharsets.UTF_8));
      return;
    }
    Found found = there(tenlines.rows(caller.tenant(), id, query.offset(), query.limit()));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("columns", found.columns());
    out.put("rows", found.rows());
    out.put("more", found.more());
    Json.write(response, HttpServletResponse.SC_OK, out);
  }

  private static <T> T there(@Nullable T found) {
    if (found == null) {
      throw Problem.NOTHING.thrown();
    }
    return found;
  }
}
