package dev.tenlines.page;

import dev.tenlines.document.Document;
import dev.tenlines.document.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Reads Markdown as its reader sees it: without its marks, the targets of its links and its
 * comments. It is read as the page that it becomes, so that HTML inside it is read as HTML is, what
 * nobody sees included. Headings have the anchors that GitHub gives them.
 */
public final class MarkdownReader {
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Pattern FRONT =
      Pattern.compile(
          "\\A(?:---[ \\t]*\\n(?s:.*?)\\n(?:---|\\.\\.\\.)|\\+\\+\\+[ \\t]*\\n(?s:.*?)\\n\\+\\+\\+)[ \\t]*(?:\\n|\\z)");
  private static final Pattern TITLE = Pattern.compile("(?m)^title[ \\t]*[:=][ \\t]*(\\S[^\\n]*)$");
  private static final Pattern KEY = Pattern.compile("(?m)^[\\w-]+[ \\t]*[:=]");

  private final Map<String, Integer> anchors = new HashMap<>();

  private MarkdownReader() {}

  /** The document of a Markdown text. */
  public static Document read(String name, String markdown) {
    Matcher front = FRONT.matcher(markdown);
    // Two lines across a page are lines across a page where nothing between them is a key.
    boolean told = front.find() && KEY.matcher(front.group()).find();
    String body = told ? markdown.substring(front.end()) : markdown;
    Document page = HtmlReader.read(name, "text/markdown", new MarkdownReader().html(body));
    Matcher title = TITLE.matcher(told ? front.group() : "");
    return title.find() ? titled(page, title.group(1)) : page;
  }

  private String html(String markdown) {
    Node root = Parser.builder().extensions(TABLES).build().parse(markdown);
    return HtmlRenderer.builder()
        .extensions(TABLES)
        .attributeProviderFactory(context ->
            (node, tag, attributes) -> {
              if (node instanceof Heading heading) {
                attributes.put("id", anchor(heading));
              }
            })
        .build()
        .render(root);
  }

  private String anchor(Heading heading) {
    StringBuilder said = new StringBuilder();
    heading.accept(new Words(said));
    String plain =
        said.toString()
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc}\\- ]", "")
            .replace(' ', '-');
    int before = anchors.merge(plain, 1, Integer::sum) - 1;
    return before == 0 ? plain : plain + "-" + before;
  }

  private static Document titled(Document page, String title) {
    List<Field> fields = new ArrayList<>();
    String plain = title.strip().replaceAll("^([\"'])(.*)\\1$", "$2");
    fields.add(new Field("title", plain, "front matter", null));
    fields.addAll(page.fields());
    return new Document(
        page.name(),
        page.mediaType(),
        page.text(),
        page.pages(),
        page.blocks(),
        page.words(),
        fields,
        page.attachments(),
        page.warnings());
  }

  /** The words inside a node. */
  private static final class Words extends AbstractVisitor {
    private final StringBuilder said;

    private Words(StringBuilder said) {
      this.said = said;
    }

    @Override
    public void visit(Text text) {
      said.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
      said.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak end) {
      said.append(' ');
    }
  }
}
