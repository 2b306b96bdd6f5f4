package dev.tenlines.answer;

import dev.tenlines.Feature;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesBuilder;
import dev.tenlines.cost.Usage;
import dev.tenlines.index.Access;
import dev.tenlines.index.Contents;
import dev.tenlines.index.LuceneIndex;
import dev.tenlines.index.Passage;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.model.ModelText;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.Reply;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A project with a few indexed pages of a bicycle hire, and a model that says what it is told. */
final class HelpPages {
  static final Map<String, String> PAGES =
      Map.of(
          "deposit.md",
          "The deposit for a city bike is 80 euros. It is paid back within 5 working days after the"
              + " return. The deposit for a cargo bike is 250 euros.",
          "opening.md",
          "The workshop opens at 8:30 on weekdays. It is closed on Sundays and on public holidays.",
          "lost-key.md",
          "A lost key costs 35 euros. Report a lost key to Ines Falk before you leave the bike.",
          "helmets.md",
          "Helmets are lent free of charge. You may not lend a helmet to somebody else. Children under"
              + " 12 must wear a helmet.");

  final List<Prompt> prompts = new ArrayList<>();
  final Deque<String> answers = new ArrayDeque<>();
  final TestClock clock = new TestClock();

  /** What happens while a model answers. */
  Runnable meanwhile = () -> {};

  private final Path directory;

  HelpPages(Path directory) {
    this.directory = directory;
    PAGES.forEach(this::put);
  }

  /** Indexes a page, in place of what it said before. */
  void put(String source, String text) {
    put(source, text, Access.ALL);
  }

  void put(String source, String text, Access access) {
    String title = source.replace(".md", "").replace('-', ' ');
    Passage passage =
        new Passage(source, source, List.of(title), null, 0, text.length(), text, "en");
    String digest = Integer.toHexString(text.hashCode());
    change(List.of(new Contents(source, digest, access, List.of(passage))), List.of());
  }

  void remove(String source) {
    change(List.of(), List.of(source));
  }

  private void change(List<Contents> put, List<String> removed) {
    Path place = directory.resolve(".tenlines").resolve("indexes").resolve("help");
    try (LuceneIndex index = LuceneIndex.open(place, () -> null)) {
      index.change(put, removed);
    }
  }

  static Feature feature(String... rungs) {
    return Feature.answer("help", "docs").withRungs(rungs);
  }

  /** Opens the project; the model is called {@code model:bean:small}. */
  Tenlines open(String... rungs) {
    return open(feature(rungs), builder -> builder);
  }

  Tenlines open(Feature feature, UnaryOperator<TenlinesBuilder> more) {
    return more.apply(
            Tenlines.in(directory)
                .feature(feature)
                .clock(clock)
                .provider(
                    "small",
                    (prompt, call) -> {
                      prompts.add(prompt);
                      meanwhile.run();
                      String said = answers.remove();
                      if (call.pieces() != null) {
                        for (int i = 0; i < said.length(); i += 7) {
                          String piece = said.substring(i, Math.min(said.length(), i + 7));
                          call.pieces().accept(ModelText.of(piece));
                        }
                      }
                      return new Reply.Whole(
                          ModelText.of(said), Usage.of(100, 20), "small", List.of());
                    }))
        .open();
  }

  static Access groups(String... names) {
    return new Access(null, Set.of(names));
  }

  /** A model's statement as JSON. */
  static String said(String statement, String quote, int passage) {
    return "{\"statement\": \"%s\", \"quote\": \"%s\", \"passage\": %d}"
        .formatted(statement, quote, passage);
  }

  static String all(String... statements) {
    return "{\"statements\": [" + String.join(", ", statements) + "]}";
  }
}
