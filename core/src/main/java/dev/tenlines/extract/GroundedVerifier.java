package dev.tenlines.extract;

import dev.tenlines.Evidence;
import dev.tenlines.Request;
import dev.tenlines.document.Field;
import dev.tenlines.fields.Schema;
import dev.tenlines.verify.QuoteVerifier;
import dev.tenlines.verify.Verifier;
import dev.tenlines.verify.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks that every value stands where it says it stands, and is one that its schema allows.
 *
 * @param schema what the fields may be
 */
record GroundedVerifier(Schema schema) implements Verifier<Extraction> {
  @Override
  public List<Violation> verify(Request request, Extraction extraction) {
    List<Violation> violations = new ArrayList<>();
    Map<String, String> sources = sources(request);
    extraction
        .fields()
        .forEach((name, field) -> {
          if (field != null && field.value() != null && field.evidence().isEmpty()) {
            violations.add(new Violation("quote", "The field (" + name + ") has no place."));
          }
          if (field != null) {
            for (Evidence one : field.evidence()) {
              violations.addAll(QuoteVerifier.verify(one, sources));
            }
          }
        });
    schema
        .violations(extraction.values())
        .forEach(wrong -> violations.add(new Violation("schema", wrong)));
    return violations;
  }

  /** The text, and what machines wrote beside it. */
  private static Map<String, String> sources(Request request) {
    Map<String, String> sources = new HashMap<>();
    if (request.file() != null) {
      for (Field field : request.file().document().fields()) {
        sources.putIfAbsent(field.name(), field.value());
      }
    }
    sources.put("input", request.input());
    return sources;
  }
}
