package dev.tenlines.bench.answer;

import dev.tenlines.document.Span;
import dev.tenlines.index.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passages and questions about them, some without an answer.
 *
 * @param name the folder it was read from
 */
record QuestionSet(String name, List<Passage> passages, List<Question> questions) {

  /**
   * A question.
   *
   * @param group questions of one group are never split into what is fitted and what is measured
   * @param gold ids of the passages that answer it, empty where none does
   * @param answers where the words of an answer stand in its passage; empty where nobody marked it
   */
  record Question(
      String id, String group, String text, Set<String> gold, List<Span> answers, String kind) {
    boolean answerable() {
      return !gold.isEmpty();
    }
  }

  /** Articles in the layout of SQuAD; the questions of the first folder, the passages of both. */
  static QuestionSet articles(String name, String start, Path questions, Path passages) {
    QuestionSet asked = articles(name, start, questions);
    Map<String, Passage> all = new LinkedHashMap<>();
    asked.passages.forEach(p -> all.put(p.text(), p));
    if (!passages.equals(questions)) {
      articles(name, start, passages).passages.forEach(p -> all.putIfAbsent(p.text(), p));
    }
    return new QuestionSet(name, List.copyOf(all.values()), asked.questions);
  }

  private static QuestionSet articles(String name, String start, Path folder) {
    List<Passage> passages = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    for (Path file : files(folder.resolve(name), start, ".json")) {
      for (JsonNode article : JsonMapper.shared().readTree(text(file)).path("data")) {
        String title = article.path("title").asString();
        int place = 0;
        for (JsonNode paragraph : article.path("paragraphs")) {
          String source = title + "/" + place++;
          Passage passage = passage(source, List.of(), paragraph.path("context").asString());
          passages.add(passage);
          paragraph.path("qas").forEach(q -> questions.add(question(q, title, passage)));
        }
      }
    }
    return new QuestionSet(name, passages, questions);
  }

  private static Question question(JsonNode q, String title, Passage passage) {
    List<Span> answers = new ArrayList<>();
    for (JsonNode answer : q.path("answers")) {
      int start = answer.path("answer_start").asInt();
      answers.add(new Span(start, start + answer.path("text").asString().length()));
    }
    boolean none = q.path("is_impossible").asBoolean(false);
    return new Question(
        q.path("id").asString(),
        title,
        q.path("question").asString(),
        none ? Set.of() : Set.of(passage.id()),
        none ? List.of() : answers,
        "");
  }

  /**
   * Django's documentation; a question that is a heading would find itself: that heading is cut.
   */
  static QuestionSet django(Path questions, Path passages) {
    String name = "rag-django-docs";
    List<JsonNode> asked = rows(questions.resolve(name), "question");
    Set<String> cut = new HashSet<>();
    for (JsonNode q : asked) {
      if (q.path("kind").asString().equals("faq")) {
        q.path("gold").forEach(gold -> cut.add(gold.asString()));
      }
    }
    List<JsonNode> sections = rows(questions.resolve(name), "url");
    List<Passage> all = new ArrayList<>();
    for (JsonNode s : sections.isEmpty() ? rows(passages.resolve(name), "url") : sections) {
      List<String> path = new ArrayList<>();
      s.path("path").forEach(step -> path.add(step.asString()));
      String url = s.path("url").asString();
      if (cut.contains(url)) {
        path.removeLast();
      }
      all.add(passage(url, path, s.path("text").asString()));
    }
    return new QuestionSet(
        name,
        all,
        asked.stream().map(q -> question(q, "gold", q.path("kind").asString())).toList());
  }

  static QuestionSet anthropic(Path folder) {
    String name = "rag-anthropic-docs";
    List<Passage> all = new ArrayList<>();
    Set<String> links = new HashSet<>();
    for (JsonNode s : rows(folder.resolve(name), "chunk_link")) {
      if (links.add(s.path("chunk_link").asString())) {
        List<String> path = List.of(s.path("chunk_heading").asString());
        all.add(passage(s.path("chunk_link").asString(), path, s.path("text").asString()));
      }
    }
    List<JsonNode> asked = rows(folder.resolve(name), "question");
    return new QuestionSet(
        name, all, asked.stream().map(q -> question(q, "correct_chunks", "")).toList());
  }

  private static Question question(JsonNode q, String gold, String kind) {
    Set<String> sources = new HashSet<>();
    q.path(gold).forEach(source -> sources.add(source.asString() + "#0"));
    String id = q.path("id").asString();
    return new Question(id, id, q.path("question").asString(), sources, List.of(), kind);
  }

  private static Passage passage(String source, List<String> path, String text) {
    return new Passage(source, source, path, null, 0, text.length(), text, "en");
  }

  /** The rows of all files that have a column. */
  private static List<JsonNode> rows(Path folder, String column) {
    List<JsonNode> rows = new ArrayList<>();
    for (Path file : files(folder, "", ".jsonl")) {
      text(file)
          .lines()
          .filter(line -> !line.isBlank())
          .map(JsonMapper.shared()::readTree)
          .filter(row -> row.has(column))
          .forEach(rows::add);
    }
    return rows;
  }

  private static List<Path> files(Path folder, String start, String end) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> f.getFileName().toString().startsWith(start))
          .filter(f -> f.toString().endsWith(end))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
