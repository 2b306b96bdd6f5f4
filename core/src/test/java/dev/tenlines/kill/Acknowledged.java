package dev.tenlines.kill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the killed servers of one database were acknowledged, as their output says. */
final class Acknowledged {
  /** Request ids by idempotency key. */
  final Map<String, String> asked = new HashMap<>();

  /** Reviewers by review. */
  final Map<String, String> judged = new HashMap<>();

  /** Attempts that money may have been held for. */
  final Set<String> holding = new LinkedHashSet<>();

  /** Attempts of which the provider saw something. */
  final Set<String> called = new LinkedHashSet<>();

  /** Calls without an answer, to be repeated. */
  final Set<String> pending = new LinkedHashSet<>();

  final List<String> problems = new ArrayList<>();
  boolean drained;

  /** Takes a line in, and says whether something was acknowledged. */
  boolean read(String line) {
    if (!line.endsWith(" .")) {
      return false; // The kill cut it.
    }
    String[] words = line.split(" ");
    switch (words[0]) {
      case "asking" -> pending.add("ask " + words[1]);
      case "asked" -> {
        pending.remove("ask " + words[1]);
        String before = asked.put(words[1], words[2]);
        if (before != null && !before.equals(words[2])) {
          problems.add("key " + words[1] + " was answered as " + before + " and " + words[2]);
        }
      }
      case "judging" -> pending.add("judge " + words[1] + " " + words[2]);
      case "refused" -> pending.remove("judge " + words[1] + " " + words[2]);
      case "judged" -> {
        pending.remove("judge " + words[1] + " " + words[2]);
        String before = judged.put(words[1], words[2]);
        if (before != null && !before.equals(words[2])) {
          problems.add("review " + words[1] + " was decided by " + before + " and " + words[2]);
        }
      }
      case "holding" -> holding.add(words[1]);
      case "called" -> called.add(words[1]);
      case "drained" -> drained = true;
      case "failed" -> problems.add(line);
      default -> {}
    }
    return words[0].equals("asked") || words[0].equals("judged");
  }
}
