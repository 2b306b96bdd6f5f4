package dev.tenlines.bench.answer;

import dev.tenlines.bench.BenchData;
import dev.tenlines.index.Access;
import dev.tenlines.index.Contents;
import dev.tenlines.index.Passage;
import dev.tenlines.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A corpus and what is asked of it. */
record Asked(List<Contents> contents, List<Question> questions) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** So much of a file's beginning says what its parts are about. */
  private static final int HEAD = 200;

  /**
   * A question.
   *
   * @param right links of the passages that answer it
   */
  record Question(String id, String kind, String text, Set<String> right) {}

  /** A passage before it has a place. */
  private record Section(String source, String link, List<String> path, String text) {}

  /** Sections and questions in lines of JSON: of any of the three sets that have them. */
  static Asked lines(BenchData data, String set) throws IOException {
    List<JsonNode> own = lines(data.data().resolve(set));
    Path test = data.test();
    List<JsonNode> held = test == null ? List.of() : lines(test.resolve(set));
    List<Section> sections = sections(held);
    return new Asked(
        contents(sections.isEmpty() ? sections(own) : sections, "en"),
        questions(test == null ? own : held));
  }

  /** Paragraphs and questions as SQuAD keeps them; only questions that have an answer. */
  static Asked squad(List<Path> corpora, List<Path> asked) throws IOException {
    Map<String, Section> sections = new LinkedHashMap<>();
    List<Question> questions = new ArrayList<>();
    Set<Path> all = new LinkedHashSet<>(corpora);
    all.addAll(asked);
    for (Path file : all) {
      for (JsonNode article : JSON.readTree(file).path("data")) {
        String title = article.path("title").asString().replace('_', ' ');
        for (JsonNode paragraph : article.path("paragraphs")) {
          String text = paragraph.path("context").asString();
          String link = title + "#" + text;
          sections.put(link, new Section(title, link, List.of(title), text));
          for (JsonNode qa : paragraph.path("qas")) {
            if (asked.contains(file) && !qa.path("is_impossible").asBoolean(false)) {
              String id = qa.path("id").asString();
              questions.add(new Question(id, "", qa.path("question").asString(), Set.of(link)));
            }
          }
        }
      }
    }
    return new Asked(contents(sections.values(), null), questions);
  }

  /** Those of one kind. */
  Asked of(String kind) {
    return new Asked(contents, questions.stream().filter(q -> q.kind.equals(kind)).toList());
  }

  /** Takes the headings away from the passages that are asked for by their headings. */
  Asked withoutHeadings() {
    Set<String> right = new LinkedHashSet<>();
    questions.forEach(question -> right.addAll(question.right));
    List<Contents> bare = new ArrayList<>();
    for (Contents one : contents) {
      List<Passage> passages =
          one.passages().stream().map(p -> right.contains(p.link()) ? bare(p) : p).toList();
      bare.add(new Contents(one.source(), one.digest(), one.access(), passages));
    }
    return new Asked(bare, questions);
  }

  private static Passage bare(Passage p) {
    List<String> above = p.path().isEmpty() ? p.path() : p.path().subList(0, p.path().size() - 1);
    return new Passage(
        p.source(), p.link(), above, p.page(), p.start(), p.end(), p.text(), p.language());
  }

  /** Every data file of a folder, whatever its name. */
  static List<Path> files(@Nullable Path folder, String ending) throws IOException {
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static List<JsonNode> lines(Path folder) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (Path file : files(folder, ".jsonl")) {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          rows.add(JSON.readTree(line));
        }
      }
    }
    return rows;
  }

  /** The same link counts once. */
  private static List<Section> sections(List<JsonNode> rows) {
    Map<String, Section> sections = new LinkedHashMap<>();
    Map<String, String> heads = new LinkedHashMap<>();
    for (JsonNode row : rows) {
      if (row.has("text")) {
        Section section = section(row, heads);
        sections.putIfAbsent(section.link, section);
      }
    }
    return List.copyOf(sections.values());
  }

  private static Section section(JsonNode row, Map<String, String> heads) {
    String text = row.path("text").asString();
    if (row.has("chunk_link")) {
      String link = row.path("chunk_link").asString();
      String page = link.replaceFirst("#.*", "");
      String title = page.substring(page.lastIndexOf('/') + 1).replace('-', ' ');
      return new Section(page, link, List.of(title, row.path("chunk_heading").asString()), text);
    }
    if (row.has("doc_uuid")) {
      String file = row.path("doc_uuid").asString();
      String head =
          heads.computeIfAbsent(
              file, f -> text.substring(0, Math.min(HEAD, text.length())).replaceAll("\\s+", " "));
      return new Section(file, file + "#" + row.path("index").asInt(), List.of(head), text);
    }
    List<String> path = new ArrayList<>();
    row.path("path").forEach(heading -> path.add(heading.asString()));
    return new Section(row.path("page").asString(), row.path("url").asString(), path, text);
  }

  private static List<Question> questions(List<JsonNode> rows) {
    Map<String, Question> questions = new LinkedHashMap<>();
    for (JsonNode row : rows) {
      String text = row.path(row.has("query") ? "query" : "question").asString("");
      Set<String> right = new LinkedHashSet<>();
      row.path(row.has("correct_chunks") ? "correct_chunks" : "gold")
          .forEach(gold ->
              right.add(
                  gold.isArray()
                      ? gold.get(0).asString() + "#" + gold.get(1).asInt()
                      : gold.asString()));
      if (!text.isBlank() && !right.isEmpty() && row.path("answerable").asBoolean(true)) {
        String id = row.path("id").asString("");
        questions.put(id + text, new Question(id, row.path("kind").asString(""), text, right));
      }
    }
    return List.copyOf(questions.values());
  }

  private static List<Contents> contents(Iterable<Section> sections, @Nullable String language) {
    Map<String, List<Passage>> sources = new LinkedHashMap<>();
    for (Section section : sections) {
      List<Passage> before = sources.computeIfAbsent(section.source, s -> new ArrayList<>());
      int start = before.isEmpty() ? 0 : before.getLast().end() + 1;
      String spoken = language != null ? language : Language.of(section.text).getLanguage();
      before.add(
          new Passage(
              section.source,
              section.link,
              section.path,
              null,
              start,
              start + section.text.length(),
              section.text,
              spoken));
    }
    List<Contents> contents = new ArrayList<>();
    sources.forEach((source, all) -> contents.add(new Contents(source, source, Access.ALL, all)));
    return contents;
  }
}
