package dev.tenlines.indexing;

import dev.tenlines.index.Contents;
import dev.tenlines.index.Hit;
import dev.tenlines.index.Index;
import dev.tenlines.index.Passage;
import dev.tenlines.index.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An index that forgets everything with the process, for tests of what is put into one. */
final class MemoryIndex implements Index {
  final Map<String, Contents> sources = new TreeMap<>();
  final List<Contents> written = new ArrayList<>();
  int changes;

  @Override
  public List<Hit> search(String question, Scope scope, int most) {
    return passages().stream()
        .filter(p -> p.text().contains(question))
        .map(p -> new Hit(p, 1, 1, 0, Double.NaN))
        .limit(most)
        .toList();
  }

  List<Passage> passages() {
    return sources.values().stream().flatMap(c -> c.passages().stream()).toList();
  }

  List<String> texts() {
    return passages().stream().map(Passage::text).toList();
  }

  @Override
  public Map<String, String> digests() {
    return sources.values().stream().collect(Collectors.toMap(Contents::source, Contents::digest));
  }

  @Override
  public void change(Collection<Contents> put, Collection<String> removed) {
    changes++;
    written.addAll(put);
    removed.forEach(sources::remove);
    put.forEach(c -> sources.put(c.source(), c));
  }

  @Override
  public String generation() {
    return Integer.toString(changes);
  }

  @Override
  public int size() {
    return passages().size();
  }

  @Override
  public void close() {}
}
