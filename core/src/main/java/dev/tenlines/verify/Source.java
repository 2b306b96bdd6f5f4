package dev.tenlines.verify;

import dev.tenlines.Evidence.Span;
import dev.tenlines.Request;
import dev.tenlines.text.Fact;
import dev.tenlines.text.Facts;
import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text that facts may come from.
 *
 * @param name as evidence says it: {@code input}, a field's name, a macro's file
 */
public record Source(String name, String text, List<Fact> facts, Map<String, Span> words) {

  public Source {
    facts = List.copyOf(facts);
    words = Map.copyOf(words);
  }

  /** A text with its facts. */
  public static Source of(String name, String text) {
    return new Source(name, text, Facts.of(text), words(name, text));
  }

  /** What a request brings: its input, and each field; parts of fields have names of their own. */
  public static List<Source> of(Request request) {
    List<Source> sources = new ArrayList<>();
    sources.add(of("input", request.input()));
    new TreeMap<>(request.fields()).forEach((name, value) -> sources.addAll(of(name, value)));
    return sources;
  }

  /** A field: numbers are exactly one number, lists and maps are what is in them. */
  public static List<Source> of(String name, @Nullable Object value) {
    List<Source> sources = new ArrayList<>();
    switch (value) {
      case null -> {}
      case Number number -> sources.add(exact(name, number));
      case Map<?, ?> map -> map.forEach((key, part) -> sources.addAll(of(name + "." + key, part)));
      case Iterable<?> list -> {
        int place = 0;
        for (Object part : list) {
          sources.addAll(of(name + "[" + place++ + "]", part));
        }
      }
      default -> sources.add(of(name, value.toString()));
    }
    return sources;
  }

  /** Where this source says a fact, or null. */
  public @Nullable Span says(Fact fact) {
    for (Fact own : facts) {
      if (fact.saidBy(own)) {
        return new Span(name, own.start(), own.end(), own.text());
      }
    }
    // People write names in small letters, too.
    return fact instanceof Fact.Name(int start, int end, String text, String normal)
        ? words.get(normal)
        : null;
  }

  private static Source exact(String name, Number number) {
    Fact.Figure figure = Facts.exact(number);
    return figure == null
        ? new Source(name, number.toString(), List.of(), Map.of())
        : new Source(name, figure.text(), List.of(figure), Map.of());
  }

  private static Map<String, Span> words(String name, String text) {
    return Words.of(text).all().stream()
        .collect(
            Collectors.toMap(
                Words.Word::folded,
                word ->
                    new Span(
                        name, word.start(), word.end(), text.substring(word.start(), word.end())),
                (first, second) -> first));
  }
}
