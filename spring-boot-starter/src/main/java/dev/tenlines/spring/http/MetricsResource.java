package dev.tenlines.spring.http;

import dev.tenlines.Request;
import dev.tenlines.access.Caller;
import dev.tenlines.access.Role;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** What a Prometheus reads: of all tenants, so for those who run the server alone. */
@RestController
final class MetricsResource {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final ObjectProvider<PrometheusMeterRegistry> registry;

  MetricsResource(ObjectProvider<PrometheusMeterRegistry> registry) {
    this.registry = registry;
  }

  @GetMapping("/v1/metrics")
  void metrics(
      @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
      HttpServletRequest call,
      HttpServletResponse response)
      throws IOException {
    Caller caller = visitor.as(Role.ADMIN);
    if (!caller.tenant().equals(Request.SINGLE_TENANT)) {
      throw Problem.of(
              403,
              "TL-503",
              "Metrics are of all tenants, and this key is of one (" + caller.tenant() + ").",
              "Maybe use an administrator's key of the tenant " + Request.SINGLE_TENANT + ".")
          .thrown();
    }
    Query.of(call);
    PrometheusMeterRegistry meters = registry.getIfAvailable();
    String text = meters == null ? "" : meters.scrape();
    Json.send(response, 200, TYPE, text.getBytes(StandardCharsets.UTF_8));
  }
}
