package dev.tenlines.answer;

import dev.tenlines.Request;
import dev.tenlines.index.Hit;
import dev.tenlines.index.Index;
import dev.tenlines.index.Passage;
import dev.tenlines.index.Scope;
import dev.tenlines.text.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The documents as one who asks may see them. What was just found is found again without a search:
 * several rungs and the check of their quotes stand on the same passages.
 */
final class Library {
  /** So many passages are looked at for an answer. */
  static final int MOST = 20;

  /** So many are looked through for words that must be there. */
  private static final int MOST_QUOTED = 100;

  private static final int REMEMBERED = 64;
  private static final int NEAREST = 3;

  /** So much of a passage is shown of what only comes near. */
  private static final int SHOWN = 400;

  private final Index index;
  private final Map<Search, List<Hit>> found =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Search, List<Hit>> eldest) {
          return size() > REMEMBERED;
        }
      };

  Library(Index index) {
    this.index = index;
  }

  private record Search(String words, Scope scope, int most, String generation) {}

  boolean isEmpty() {
    return index.size() == 0;
  }

  /** Changes whenever an answer could. */
  String generation() {
    return index.generation();
  }

  /** The passages that fit a request's question, best first. */
  List<Hit> hits(Request request) {
    String question = Question.of(request).text();
    return question.isBlank() ? List.of() : search(question, scope(request), MOST);
  }

  /** What comes nearest to an answer: the best passages, each with its first sentences. */
  static List<Quote> nearest(List<Hit> hits) {
    return hits.stream().limit(NEAREST).map(hit -> beginning(hit.passage())).toList();
  }

  private static Quote beginning(Passage passage) {
    List<Sentences.Place> places = Sentences.places(passage.text());
    if (places.isEmpty()) {
      return Quote.of(passage, 0, passage.text().length());
    }
    int start = places.getFirst().start();
    int end = places.getFirst().end();
    for (Sentences.Place place : places) {
      end = place.end() - start <= SHOWN ? Math.max(end, place.end()) : end;
    }
    return Quote.of(passage, start, end);
  }

  /** Whether a quote stands, letter for letter, where it says, and the request may see it. */
  boolean holds(Request request, Quote quote) {
    return hits(request).stream().anyMatch(hit -> Locating.holds(hit.passage(), quote))
        || search(quote.text(), scope(request), MOST_QUOTED).stream()
            .anyMatch(hit -> Locating.holds(hit.passage(), quote));
  }

  /** Where words stand in a source, as the request may see it; empty where they do not. */
  List<Quote> find(Request request, String source, String words) {
    return search(words, scope(request), MOST_QUOTED).stream()
        .map(Hit::passage)
        .filter(passage -> passage.source().equals(source))
        .map(passage -> new Locating(passage).find(words))
        .filter(quotes -> !quotes.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** The digest of every source. */
  Map<String, String> digests() {
    return index.digests();
  }

  private static Scope scope(Request request) {
    return new Scope(request.tenant(), request.groups());
  }

  private List<Hit> search(String words, Scope scope, int most) {
    Search search = new Search(words, scope, most, index.generation());
    synchronized (found) {
      List<Hit> known = found.get(search);
      if (known != null) {
        return known;
      }
    }
    List<Hit> hits = List.copyOf(new ArrayList<>(index.search(words, scope, most)));
    synchronized (found) {
      found.put(search, hits);
    }
    return hits;
  }
}
