package dev.tenlines.page;

import dev.tenlines.document.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page says to machines in the words of schema.org: JSON-LD and microdata. */
final class SchemaOrg {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST = 1_000;
  private static final int DEEPEST = 12;

  private final List<Field> fields = new ArrayList<>();

  private SchemaOrg() {}

  /** The values with their paths, such as {@code Order.seller.name}. */
  static List<Field> of(Document page) {
    SchemaOrg found = new SchemaOrg();
    for (Element script : page.select("script[type=application/ld+json]")) {
      found.script(script.data());
    }
    for (Element item : page.select("[itemscope]:not([itemprop])")) {
      found.item(type(item.attr("itemtype")), item, 0);
    }
    return found.fields;
  }

  private void script(String json) {
    try {
      json("", JSON.readTree(json), 0);
    } catch (JacksonException broken) {
      // Broken data for machines is no reason to refuse what people read.
    }
  }

  private void json(String path, JsonNode node, int depth) {
    if (depth > DEEPEST || fields.size() >= MOST) {
      return;
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        boolean numbered = node.size() > 1 && !path.isEmpty();
        json(numbered ? "%s[%d]".formatted(path, i + 1) : path, node.get(i), depth + 1);
      }
    } else if (node.isObject()) {
      String own = path.isEmpty() ? type(node.path("@type").asString("")) : path;
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        if (entry.getKey().equals("@graph")) {
          json("", entry.getValue(), depth + 1);
        } else if (!entry.getKey().startsWith("@") || entry.getKey().equals("@id")) {
          json(join(own, entry.getKey()), entry.getValue(), depth + 1);
        }
      }
    } else if (!node.isNull() && !path.isEmpty()) {
      add(path, node.asString(), "json-ld");
    }
  }

  private void item(String path, Element scope, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    for (Element property : properties(scope)) {
      String name = join(path, property.attr("itemprop").split("\\s+")[0]);
      if (property.hasAttr("itemscope")) {
        item(name, property, depth + 1);
      } else {
        add(name, value(property), "microdata");
      }
    }
  }

  /** The properties of an item itself, not those of items inside it. */
  private static List<Element> properties(Element scope) {
    return scope.select("[itemprop]").stream()
        .filter(e -> !e.equals(scope) && scope.equals(owner(e)))
        .limit(MOST)
        .toList();
  }

  private static @Nullable Element owner(Element property) {
    Element above = property.parent();
    while (above != null && !above.hasAttr("itemscope")) {
      above = above.parent();
    }
    return above;
  }

  private static String value(Element property) {
    for (String attribute : List.of("content", "datetime", "href", "src", "value")) {
      if (property.hasAttr(attribute)) {
        return property.attr(attribute);
      }
    }
    return property.text();
  }

  private void add(String name, String value, String source) {
    if (!value.isBlank() && fields.size() < MOST) {
      fields.add(new Field(name, value.strip(), source, null));
    }
  }

  /** {@code https://schema.org/Order} is an Order. */
  private static String type(String said) {
    return said.replaceAll("^.*[/#:]", "");
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? type(name) : path + "." + type(name);
  }
}
