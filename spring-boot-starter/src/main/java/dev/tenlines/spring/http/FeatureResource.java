package dev.tenlines.spring.http;

import dev.tenlines.Feature;
import dev.tenlines.Plan;
import dev.tenlines.Promise;
import dev.tenlines.Tenlines;
import dev.tenlines.access.Role;
import dev.tenlines.ladder.Rung;
import dev.tenlines.learn.CertificateFile;
import dev.tenlines.learn.Models;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Features: what can be asked, what they promise, and where they stand. */
@RestController
final class FeatureResource {
  private final Tenlines tenlines;

  FeatureResource(Tenlines tenlines) {
    this.tenlines = tenlines;
  }

  @GetMapping(path = "/v1/features", produces = MediaType.APPLICATION_JSON_VALUE)
  void list(@RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor, HttpServletResponse response)
      throws IOException {
    visitor.as(Role.values());
    Json.write(
        response, 200, Map.of("items", tenlines.features().stream().map(this::fields).toList()));
  }

  @GetMapping(path = "/v1/features/{feature}", produces = MediaType.APPLICATION_JSON_VALUE)
  void find(
      @PathVariable("feature") String feature,
      @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
      HttpServletResponse response)
      throws IOException {
    visitor.as(Role.values());
    Json.write(response, 200, fields(feature));
  }

  private Map<String, @Nullable Object> fields(String name) {
    Plan plan = tenlines.plan(name);
    Feature feature = plan.feature();
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("name", feature.name());
    out.put("kind", feature.kind().word());
    out.put("labels", feature.labels());
    out.put("none", feature.none());
    out.put("stage", feature.stage().name().toLowerCase(Locale.ROOT));
    out.put("promise", promise(feature.promise()));
    out.put("rungs", plan.rungs().stream().map(line -> rung(line, name)).toList());
    out.put(
        "certificates",
        tenlines.certificates(name).all().stream().map(CertificateFile::fields).toList());
    out.put(
        "versions",
        tenlines.learning(name).versions().stream().map(FeatureResource::version).toList());
    return out;
  }

  private static Map<String, @Nullable Object> promise(Promise promise) {
    Map<String, @Nullable Object> labels = new TreeMap<>();
    promise
        .labels()
        .forEach((label, own) -> {
          Map<String, @Nullable Object> shares = new LinkedHashMap<>();
          shares.put("error", own.error());
          shares.put("missed", own.missed());
          labels.put(label, shares);
        });
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("error", promise.error());
    out.put("confidence", promise.confidence());
    out.put("labels", labels);
    return out;
  }

  private Map<String, @Nullable Object> rung(Plan.Line line, String feature) {
    List<? extends Rung<?>> climbed = tenlines.rungs(feature);
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("rung", line.rung());
    out.put(
        "version",
        climbed.stream()
            .filter(rung -> rung.name().equals(line.rung()))
            .map(Rung::version)
            .findFirst()
            .orElse(null));
    out.put("used", line.used());
    out.put("reason", line.reason());
    return out;
  }

  private static Map<String, @Nullable Object> version(Models.Version version) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("version", version.version());
    out.put("rung", version.rung());
    out.put("origin", version.origin());
    out.put("examples", version.examples());
    out.put("serving", version.serving());
    out.put("created", version.created().toString());
    return out;
  }
}
