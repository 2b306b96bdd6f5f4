package dev.tenlines.bench.extract;

import dev.tenlines.bench.BenchRow;
import dev.tenlines.document.Block;
import dev.tenlines.document.Block.Kind;
import dev.tenlines.document.Document;
import dev.tenlines.mail.Replies;
import dev.tenlines.reading.DocumentReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What four programs that strip quoted replies expect of themselves, asked of us. */
final class ReplySuites {
  static final String SET = "email-replies";

  /** Which lines of its mails the suite of GitHub shows; it says so in code only. */
  private static final Map<String, String> GITHUB =
      Stream.of(
              "correct_sig 1",
              "email_1_1 1-5",
              "email_1_2 1,9-34",
              "email_1_3 1-3",
              "email_1_4 1",
              "email_1_5 1-16",
              "email_1_6 1",
              "email_1_7 1",
              "email_1_8 13,19",
              "email_2_1 1",
              "email_2_2 1",
              "email_2_3 1",
              "email_BlackBerry 1",
              "email_bullets 1-9",
              "email_iPhone 1",
              "email_multi_word_sent_from_my_mobile_device 1",
              "email_one_is_not_on 1-5",
              "email_sent_from_my_not_signature 1-3",
              "email_sig_delimiter_in_middle_of_line 1-7",
              "greedy_on 1-6",
              "pathological 1-2")
          .collect(Collectors.toMap(row -> row.split(" ")[0], row -> row.split(" ")[1]));

  private static final String TALON_REPLY = "Hi. I am fine.\nThanks,\nAlex";

  private final Path folder;
  private final DocumentReader reader;
  private final Map<String, List<Boolean>> kept = new LinkedHashMap<>();

  private ReplySuites(Path folder, DocumentReader reader) {
    this.folder = folder;
    this.reader = reader;
  }

  static List<BenchRow> rows(Path folder, DocumentReader reader) throws IOException {
    ReplySuites suites = new ReplySuites(folder, reader);
    suites.github();
    suites.crisp();
    suites.talon();
    suites.quotequail();
    List<BenchRow> rows = new ArrayList<>();
    suites.kept.forEach((suite, results) -> {
      double share = results.stream().filter(ok -> ok).count() / (double) results.size();
      rows.add(BenchRow.atLeast(SET, suite + ", share of cases", share, 0.95).aiming(0.98));
    });
    return rows;
  }

  private void github() throws IOException {
    for (Path file : files("github", ".txt")) {
      String text = Files.readString(file);
      String shown = GITHUB.get(name(file));
      if (shown != null) {
        say("github", same(shown(text), lines(text, shown)));
      }
    }
  }

  private static String lines(String text, String ranges) {
    List<String> lines = text.lines().toList();
    StringBuilder out = new StringBuilder();
    for (String range : ranges.split(",")) {
      String[] ends = range.split("-");
      int from = Integer.parseInt(ends[0]);
      int to = Math.min(Integer.parseInt(ends[ends.length - 1]), lines.size());
      IntStream.rangeClosed(from, to).forEach(i -> out.append(lines.get(i - 1)).append('\n'));
    }
    return out.toString();
  }

  private void crisp() throws IOException {
    for (JsonNode row : json("crisp-expected.jsonl")) {
      Path file = folder.resolve("crisp").resolve(row.path("fixture").asString());
      if (!Files.exists(file)) {
        continue;
      }
      String text = Files.readString(file);
      String shown = shown(text);
      if (row.has("reply")) {
        say("crisp", same(shown, row.path("reply").asString()));
      } else if (row.has("first_fragment_matches")) {
        say("crisp", shown.contains(row.path("first_fragment_matches").asString()));
      } else if (row.has("fragments")) {
        say("crisp", same(shown, text) == (row.path("fragments").asInt() == 1));
      }
    }
  }

  private void talon() throws IOException {
    for (Path body : files("talon/signature/emails/stripped", "_body")) {
      String text = Files.readString(body).replace("#sig#", "");
      Path base = body.resolveSibling(name(body).replaceAll("_body$", ""));
      String signature = Files.readString(Path.of(base + "_signature")).replace("#sig#", "");
      String sender = Files.readString(Path.of(base + "_sender")).strip();
      String found =
          Replies.of(text, List.of(), sender).stream()
              .filter(b -> b.kind() != Kind.QUOTED_REPLY)
              .map(b -> b.span().of(text))
              .collect(Collectors.joining("\n"));
      say("talon", same(found, signature));
    }
    for (Path page : files("talon/html_replies", ".html")) {
      say("talon", same(unquoted(page(Files.readAllBytes(page))), TALON_REPLY));
    }
    for (Path mail : files("talon/standard_replies", ".eml")) {
      Path exact = mail.resolveSibling(name(mail) + "_reply_text");
      String reply = Files.exists(exact) ? Files.readString(exact) : "Hello";
      say(
          "talon",
          same(unquoted(reader.read("mail.eml", Files.readAllBytes(mail)).orThrow()), reply));
    }
  }

  private void quotequail() throws IOException {
    for (JsonNode row : json("quotequail/test_quote.jsonl")) {
      JsonNode shown = row.path("args").path("expected_quote_intro_line").path(0).path(1);
      say("quotequail", same(unquoted(row.path("args").path("text").asString()), shown.asString()));
    }
    for (JsonNode row : json("quotequail/test_unwrap.jsonl")) {
      String text = row.path("args").path("text").asString();
      JsonNode parts = row.path("args").path("expected");
      String around =
          parts.path("text_top").asString("") + "\n" + parts.path("text_bottom").asString("");
      say("quotequail", same(unquoted(text), parts.isNull() ? text : around));
    }
    for (JsonNode row : json("quotequail/test_quote_html.jsonl")) {
      JsonNode first = row.path("args").path("expected_quote_intro_line").path(0);
      String shown = first.path(0).asBoolean() ? text(first.path(1).asString()) : "";
      say(
          "quotequail",
          same(unquoted(page(bytes(row.path("args").path("html").asString()))), shown));
    }
    for (JsonNode row : json("quotequail/test_unwrap_html.jsonl")) {
      JsonNode args = row.path("args");
      byte[] html =
          args.has("file")
              ? Files.readAllBytes(
                  folder.resolve("quotequail/files").resolve(args.path("file").asString()))
              : bytes(args.path("html").asString());
      JsonNode parts = args.path("expected");
      String around = parts.path("html_top").asString("") + parts.path("html_bottom").asString("");
      String shown = parts.isNull() ? new String(html, StandardCharsets.UTF_8) : around;
      say("quotequail", same(unquoted(page(html)), text(shown)));
    }
  }

  private void say(String suite, boolean ok) {
    kept.computeIfAbsent(suite, s -> new ArrayList<>()).add(ok);
  }

  private static String shown(String text) {
    return plain(text).written();
  }

  private static String unquoted(String text) {
    return unquoted(plain(text));
  }

  private static String unquoted(Document document) {
    return document.without(Kind.HEADER_FIELD, Kind.QUOTED_REPLY);
  }

  private static Document plain(String text) {
    List<Block> blocks = Replies.of(text);
    return new Document(
        "", "text/plain", text, List.of(), blocks, List.of(), List.of(), List.of(), List.of());
  }

  /** A mail that is this page. */
  private Document page(byte[] html) {
    byte[] head = bytes("From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/html\n\n");
    byte[] mail = new byte[head.length + html.length];
    System.arraycopy(head, 0, mail, 0, head.length);
    System.arraycopy(html, 0, mail, head.length, html.length);
    return reader.read("mail.eml", mail).orThrow();
  }

  private String text(String html) {
    return reader.read("page.html", bytes(html)).orThrow().text();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Line by line, without what nobody sees. */
  private static boolean same(String a, String b) {
    return visible(a).equals(visible(b));
  }

  private static List<String> visible(String text) {
    return text.replace('\u00a0', ' ')
        .lines()
        .map(String::strip)
        .filter(l -> !l.isEmpty())
        .toList();
  }

  private List<JsonNode> json(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file)).stream()
        .map(line -> JsonMapper.shared().readTree(line))
        .toList();
  }

  private List<Path> files(String under, String ending) throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve(under))) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceAll("\\.\\w+$", "");
  }
}
