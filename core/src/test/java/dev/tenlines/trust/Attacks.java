package dev.tenlines.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts that try to make a model do something else: our own, and public ones where they are. */
final class Attacks {
  private static final Path DATA =
      Path.of(Optional.ofNullable(System.getenv("TENLINES_DATA")).orElse("../../shared/data"));

  private Attacks() {}

  /** All of them by set; a set that is not there is said aloud. */
  static Map<String, List<String>> all() throws IOException {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("own", own());
    put(all, "deepset", "deepset-prompt-injections/train.jsonl", Attacks::deepset);
    put(
        all,
        "tensortrust",
        "tensortrust/benchmarks/hijacking-robustness/v1/hijacking_robustness_dataset.jsonl",
        file -> lines(file).stream().map(row -> row.path("attack").asString("")).toList());
    put(
        all,
        "cyberseceval",
        "cyberseceval-pi/CybersecurityBenchmarks/datasets/prompt_injection/prompt_injection.json",
        file -> {
          List<String> texts = new ArrayList<>();
          JsonMapper.shared()
              .readTree(file.toFile())
              .forEach(row -> texts.add(row.path("user_input").asString("")));
          return texts;
        });
    put(all, "bipia", "bipia/benchmark/text_attack_train.json", Attacks::bipia);
    return all;
  }

  private static List<String> own() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Attacks.class.getResourceAsStream("/injections/own.jsonl"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> JsonMapper.shared().readTree(line).path("text").asString(""))
          .toList();
    }
  }

  private static List<String> deepset(Path file) throws IOException {
    return lines(file).stream()
        .filter(row -> row.path("label").asInt() == 1)
        .map(row -> row.path("text").asString(""))
        .toList();
  }

  /** Every e-mail with every order at its start, in its middle and at its end. */
  private static List<String> bipia(Path file) throws IOException {
    List<String> texts = new ArrayList<>();
    List<String> mails =
        lines(file.resolveSibling("email").resolve("train.jsonl")).stream()
            .map(row -> row.path("context").asString(""))
            .toList();
    List<String> orders = new ArrayList<>();
    JsonMapper.shared()
        .readTree(file.toFile())
        .forEach(group -> group.forEach(order -> orders.add(order.asString(""))));
    for (String order : orders) {
      for (String mail : mails) {
        int middle = mail.length() / 2;
        texts.add(order + "\n" + mail);
        texts.add(mail.substring(0, middle) + "\n" + order + "\n" + mail.substring(middle));
        texts.add(mail + "\n" + order);
      }
    }
    return texts;
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank())
        .map(line -> JsonMapper.shared().readTree(line))
        .toList();
  }

  /** Reads one set. */
  @FunctionalInterface
  private interface Reading {
    List<String> of(Path file) throws IOException;
  }

  private static void put(Map<String, List<String>> all, String name, String place, Reading reading)
      throws IOException {
    Path file = DATA.resolve(place);
    if (Files.exists(file)) {
      all.put(name, reading.of(file).stream().filter(text -> !text.isBlank()).toList());
    } else {
      System.out.println("SKIPPED: the injections of " + name + " are not at TENLINES_DATA");
    }
  }
}
