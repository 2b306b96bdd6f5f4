package dev.tenlines.extract;

import dev.tenlines.document.Document;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldFinder;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.text.Setting;
import java.util.List;

/** Asks two finders, and believes the one that is surer. */
record Both(FieldFinder one, FieldFinder other) implements FieldFinder {
  @Override
  public List<Candidate> find(Document document, FieldSpec field, Setting setting) {
    List<Candidate> first = one.find(document, field, setting);
    List<Candidate> second = other.find(document, field, setting);
    return likelihood(first) >= likelihood(second) ? first : second;
  }

  private static double likelihood(List<Candidate> found) {
    return found.isEmpty() ? 0 : found.getFirst().score();
  }
}
