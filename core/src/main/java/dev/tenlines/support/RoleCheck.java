package dev.tenlines.support;

import dev.tenlines.support.Flaw.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Two names around a verb have to be in the source's order, or the verb in the passive voice. */
final class RoleCheck {
  private static final int REACH = 6;

  private RoleCheck() {}

  /** A name, a word, another name; names are sets of words. */
  private record Triple(Set<String> one, String verb, Set<String> other, boolean passive) {
    boolean turns(Triple source) {
      return says(source.other, source.one, source);
    }

    boolean agrees(Triple source) {
      return says(source.one, source.other, source);
    }

    private boolean says(Set<String> first, Set<String> second, Triple source) {
      return verb.equals(source.verb)
          && passive == source.passive
          && !Collections.disjoint(one, first)
          && !Collections.disjoint(other, second);
    }
  }

  static List<Flaw> flaws(Claim claim) {
    List<Flaw> flaws = new ArrayList<>();
    List<Triple> own = triples(claim.line);
    if (own.isEmpty()) {
      return flaws;
    }
    List<Triple> known = claim.evidence.stream().flatMap(line -> triples(line).stream()).toList();
    for (Triple triple : own) {
      if (known.stream().noneMatch(triple::agrees) && known.stream().anyMatch(triple::turns)) {
        String what =
            String.join(" ", triple.one)
                + ", "
                + triple.verb
                + ", "
                + String.join(" ", triple.other);
        flaws.add(new Flaw(Kind.ROLES, "The roles (" + what + ") are exchanged."));
      }
    }
    return flaws;
  }

  private static List<Triple> triples(Line line) {
    List<Triple> triples = new ArrayList<>();
    for (int verb = 1; verb < line.tokens().size() - 1; verb++) {
      if (line.tokens().get(verb).kind() == Token.Kind.CONTENT) {
        int one = name(line, verb, -1);
        int other = name(line, verb, 1);
        if (one >= 0 && other >= 0) {
          boolean passive = passive(line, verb, other);
          triples.add(
              new Triple(
                  run(line, one, -1), line.tokens().get(verb).key(), run(line, other, 1), passive));
        }
      }
    }
    return triples;
  }

  private static int name(Line line, int from, int step) {
    for (int i = from + step;
        i >= 0 && i < line.tokens().size() && Math.abs(i - from) <= REACH;
        i += step) {
      if (line.tokens().get(i).kind() == Token.Kind.NAME) {
        return i;
      }
    }
    return -1;
  }

  /** The names in a row from one on. */
  private static Set<String> run(Line line, int from, int step) {
    Set<String> keys = new LinkedHashSet<>();
    for (int i = from;
        i >= 0 && i < line.tokens().size() && line.tokens().get(i).kind() == Token.Kind.NAME;
        i += step) {
      keys.add(line.tokens().get(i).key());
    }
    return keys;
  }

  private static boolean passive(Line line, int verb, int other) {
    for (int i = verb + 1; i < other; i++) {
      if (line.tokens().get(i).text().equals("by")) {
        return true;
      }
    }
    return false;
  }
}
