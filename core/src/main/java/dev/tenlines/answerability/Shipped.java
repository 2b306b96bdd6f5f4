package dev.tenlines.answerability;

import dev.tenlines.TenlinesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The models that come with the product.
 *
 * @param sentences which unit holds the answer
 * @param judge whether there is one
 * @param threshold from which probability on an answer is given
 * @param claim what was shown of the threshold
 */
public record Shipped(Logistic sentences, Judge judge, double threshold, String claim) {
  static final Shipped SHIPPED = read();

  private static Shipped read() {
    try (InputStream in = Shipped.class.getResourceAsStream("model.txt")) {
      if (in == null) {
        throw new TenlinesException("TL-999", "The model (model.txt) is missing.", "");
      }
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new TenlinesException("TL-999", "The model (model.txt) cannot be read.", "");
    }
  }

  /** Sections begin with a name in brackets; lines with a # say how it was made. */
  public static Shipped of(String text) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    for (String line : text.split("\n")) {
      if (line.startsWith("[")) {
        section = sections.computeIfAbsent(line, name -> new ArrayList<>());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        section.add(line);
      }
    }
    return new Shipped(
        Logistic.read(sections.getOrDefault("[sentences]", List.of())),
        new Judge(
            Logistic.read(sections.getOrDefault("[topic]", List.of())),
            Logistic.read(sections.getOrDefault("[match]", List.of())),
            Logistic.read(sections.getOrDefault("[detail]", List.of()))),
        Double.parseDouble(String.join("", sections.getOrDefault("[threshold]", List.of()))),
        String.join(" ", sections.getOrDefault("[claim]", List.of())));
  }

  public String write() {
    return "[sentences]\n"
        + String.join("\n", sentences.write())
        + "\n[topic]\n"
        + String.join("\n", judge.topic().write())
        + "\n[match]\n"
        + String.join("\n", judge.match().write())
        + "\n[detail]\n"
        + String.join("\n", judge.detail().write())
        + "\n[threshold]\n"
        + threshold
        + "\n[claim]\n"
        + claim
        + "\n";
  }
}
