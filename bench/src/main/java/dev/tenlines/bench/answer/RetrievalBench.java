package dev.tenlines.bench.answer;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;
import dev.tenlines.index.Index;
import dev.tenlines.index.LuceneIndex;
import dev.tenlines.index.Scope;
import dev.tenlines.learn.Embedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the passage that answers a question is found, on five public sets. */
final class RetrievalBench {
  private static final Scope ANYBODY = new Scope("bench", Set.of());
  private static final int DEEP = 50;

  private final BenchData data;
  private final Bench.Log log;
  private final List<BenchRow> rows = new ArrayList<>();

  private RetrievalBench(BenchData data, Bench.Log log) {
    this.data = data;
    this.log = log;
  }

  static List<BenchRow> rows(BenchData data, Bench.Log log, @Nullable Embedder embedder)
      throws IOException {
    RetrievalBench bench = new RetrievalBench(data, log);
    bench.documentation(embedder);
    bench.code(embedder);
    bench.django(embedder);
    bench.paragraphs(embedder);
    bench.languages(embedder);
    return bench.rows;
  }

  private void documentation(@Nullable Embedder embedder) throws IOException {
    String set = "rag-anthropic-docs";
    Asked asked = Asked.lines(data, set);
    if (!log.missing(set, asked.questions())) {
      Found found = found(asked, embedder);
      row(set, "R@3", found.recall(3), 0.76, 0.82, "peer, reranked by an LLM", 0.693);
      row(set, "MRR@3", found.reciprocalOfThree(), 0.91, 0.94, "peer, reranked by an LLM", 0.865);
    }
  }

  private void code(@Nullable Embedder embedder) throws IOException {
    String set = "rag-codebase-chunks";
    Asked asked = Asked.lines(data, set);
    if (!log.missing(set, asked.questions())) {
      Found found = found(asked, embedder);
      row(set, "Pass@5", found.recall(5), 0.82, 0.87, "peer, contexts by an LLM", 0.864);
      row(set, "Pass@10", found.recall(10), 0.87, 0.92, "peer, contexts by an LLM", 0.932);
      row(set, "Pass@20", found.recall(20), 0.91, 0.95, "peer, contexts by an LLM", 0.950);
    }
  }

  private void django(@Nullable Embedder embedder) throws IOException {
    String set = "rag-django-docs";
    Asked all = Asked.lines(data, set);
    Asked own = all.of("own");
    if (!log.missing(set, own.questions())) {
      Found found = found(own, embedder);
      row(set, "own questions: success@5", found.success(5), 0.70, 0.82, "min-max fusion", 0.676);
      row(set, "own questions: MRR", found.reciprocal(), 0.56, 0.65, "min-max fusion", 0.547);
    }
    Asked faq = all.of("faq").withoutHeadings();
    if (!faq.questions().isEmpty()) {
      Found found = found(faq, embedder);
      rows.add(BenchRow.printed(set, "FAQ without headings: success@5", found.success(5)));
      rows.add(BenchRow.printed(set, "FAQ without headings: MRR", found.reciprocal()));
    }
  }

  private void paragraphs(@Nullable Embedder embedder) throws IOException {
    String set = "squad2-dev-half";
    List<Path> own = Asked.files(data.data().resolve(set), ".json");
    Asked asked = Asked.squad(own, data.test() == null ? own : tests(set));
    if (!log.missing(set, asked.questions())) {
      Found found = found(asked, embedder);
      row(set, "paragraph @1", found.success(1), 0.81, 0.88, "min-max fusion", 0.818);
      row(set, "paragraph @5", found.success(5), 0.95, 0.98, "min-max fusion", 0.957);
    }
  }

  /** One language after the other: each file is a corpus of its own. */
  private void languages(@Nullable Embedder embedder) throws IOException {
    String set = "xquad";
    List<Path> files =
        data.test() == null ? Asked.files(data.data().resolve(set), ".json") : tests(set);
    log.missing(set, files);
    for (Path file : files) {
      Asked asked = Asked.squad(List.of(), List.of(file));
      if (!asked.questions().isEmpty()) {
        String language = asked.contents().getFirst().passages().getFirst().language();
        Found found = found(asked, embedder);
        rows.add(BenchRow.printed(set, language + ": paragraph @1", found.success(1)));
        rows.add(BenchRow.printed(set, language + ": MRR", found.reciprocal()));
      }
    }
  }

  private List<Path> tests(String set) throws IOException {
    Path test = data.test();
    return Asked.files(test == null ? null : test.resolve(set), ".json");
  }

  private void row(
      String set, String metric, double value, double least, double aim, String peer, double it) {
    rows.add(BenchRow.atLeast(set, metric, value, least).aiming(aim).beside(peer, it));
  }

  private static Found found(Asked asked, @Nullable Embedder embedder) throws IOException {
    Path directory = Files.createTempDirectory("tenlines-bench");
    Found found = new Found();
    try (Index index = LuceneIndex.open(directory, () -> embedder)) {
      index.change(asked.contents(), List.of());
      for (Asked.Question question : asked.questions()) {
        List<String> links =
            index.search(question.text(), ANYBODY, DEEP).stream()
                .map(hit -> hit.passage().link())
                .toList();
        found.count(links, question.right());
      }
    }
    return found;
  }
}
