package dev.tenlines.yaml;

import dev.tenlines.TenlinesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value in a YAML file that knows where it stands, so that every complaint about it can say so.
 *
 * @param file the file's name as people know it
 * @param source the whole file
 */
public record Yaml(String file, Node node, String source) {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setUseMarks(true).setMaxAliasesForCollections(10).build();

  /** Reads a file; null when it holds nothing. */
  public static @Nullable Yaml read(Path path) {
    try {
      return parse(path.getFileName().toString(), Files.readString(path, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new TenlinesException(
          "TL-110",
          "The file (" + path + ") cannot be read: " + e.getMessage() + ".",
          "Maybe check the path and that it is UTF-8.");
    }
  }

  /** Reads a text; null when it holds nothing. */
  public static @Nullable Yaml parse(String file, String text) {
    try {
      return new Compose(SETTINGS)
          .composeString(text)
          .map(node -> new Yaml(file, node, text))
          .orElse(null);
    } catch (MarkedYamlEngineException e) {
      String place =
          e.getProblemMark()
              .map(m -> file + ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1))
              .orElse(file);
      throw new TenlinesException(
          "TL-111",
          "The YAML (" + place + ") is broken: " + e.getProblem() + ".",
          "Maybe the indentation or a quote is missing just before.");
    } catch (YamlEngineException e) {
      throw new TenlinesException(
          "TL-111",
          "The YAML (" + file + ") is broken: " + e.getMessage() + ".",
          "Maybe it is not a YAML file.");
    }
  }

  /** The entries of a mapping in file order. */
  public Map<String, Yaml> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong("must be a mapping of keys to values");
    }
    Map<String, Yaml> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Yaml key = new Yaml(file, tuple.getKeyNode(), source);
      if (entries.put(key.text(), new Yaml(file, tuple.getValueNode(), source)) != null) {
        throw key.wrong("stands twice");
      }
    }
    return entries;
  }

  /** The entries of a mapping that may have these keys only. */
  public Map<String, Yaml> entries(List<String> known) {
    Map<String, Yaml> entries = entries();
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      Yaml key = new Yaml(file, tuple.getKeyNode(), source);
      if (!known.contains(key.text())) {
        throw new TenlinesException(
            "TL-112",
            "The key (" + key.text() + ") at " + key.place() + " is not known.",
            "Maybe it is one of: " + String.join(", ", known) + ".");
      }
    }
    return entries;
  }

  /** The items of a sequence. */
  public List<Yaml> items() {
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong("must be a list");
    }
    return sequence.getValue().stream().map(item -> new Yaml(file, item, source)).toList();
  }

  /** The characters of a scalar. */
  public String text() {
    if (!(node instanceof ScalarNode scalar)) {
      throw wrong("must be a single value");
    }
    return scalar.getValue();
  }

  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  public boolean isNull() {
    return node.getTag().getValue().endsWith(":null");
  }

  /** A decimal number. */
  public double number() {
    try {
      return Double.parseDouble(text());
    } catch (NumberFormatException e) {
      throw wrong("must be a number");
    }
  }

  public int line() {
    return node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
  }

  /** The column of the value's first character, from 1. */
  public int column() {
    int quote = node instanceof ScalarNode s && s.getScalarStyle() != ScalarStyle.PLAIN ? 1 : 0;
    return node.getStartMark().map(m -> m.getColumn() + 1 + quote).orElse(0);
  }

  /** {@code file:line:column}. */
  public String place() {
    return file + ":" + line() + ":" + column();
  }

  /**
   * The place in the file of a character of this scalar, however it is quoted, escaped or folded.
   *
   * @param line its line in the scalar's text, from 1
   * @param column its column there, from 0
   */
  public String place(int line, int column) {
    int[] text = text().codePoints().toArray();
    int[] file = source.codePoints().toArray();
    int offset = 0;
    for (int left = line; left > 1 && offset < text.length; offset++) {
      left -= text[offset] == '\n' ? 1 : 0;
    }
    offset += column;
    int at = content(file);
    for (int i = 0; i <= offset && i < text.length; i++) {
      if (!Character.isWhitespace(text[i])) {
        while (at < file.length && file[at] != text[i]) {
          at++;
        }
        at += i < offset ? 1 : 0;
      }
    }
    return at >= file.length ? place() : place(file, at);
  }

  /** Where the characters of this scalar begin. */
  private int content(int[] file) {
    int at = node.getStartMark().map(Mark::getIndex).orElse(file.length);
    ScalarStyle style = ((ScalarNode) node).getScalarStyle();
    if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
      while (at < file.length && file[at] != '\n') {
        at++;
      }
    }
    return style == ScalarStyle.PLAIN ? at : at + 1;
  }

  private String place(int[] characters, int at) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < at; i++) {
      if (characters[i] == '\n') {
        line++;
        start = i + 1;
      }
    }
    return file + ":" + line + ":" + (at - start + 1);
  }

  /** A text as a YAML scalar in double quotes. */
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (Character.isISOControl(c)
          || c == 0x2028
          || c == 0x2029
          || c == 0xFEFF
          || c > 0xFFFD) {
        out.append(String.format("\\u%04X", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  /** A complaint about this value. */
  public TenlinesException wrong(String what) {
    String value = node instanceof ScalarNode s ? s.getValue() : node.getNodeType().toString();
    return new TenlinesException(
        "TL-113",
        "The value (" + value + ") at " + place() + " " + what + ".",
        "Maybe compare with docs/reference/configuration.md.");
  }
}
