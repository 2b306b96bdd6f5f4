package dev.tenlines.page;

import dev.tenlines.document.Block.Heading;
import dev.tenlines.document.Block.Kind;
import dev.tenlines.document.Decoding;
import dev.tenlines.document.Document;
import dev.tenlines.document.Field;
import dev.tenlines.document.Span;
import dev.tenlines.page.Visibility.Colours;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Reads an HTML page: what a person sees of it, block by block, and what it says to machines. */
public final class HtmlReader implements NodeFilter {
  private static final Pattern CHARSET =
      Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w.:-]{2,40})");
  private static final Set<String> UNSEEN =
      Set.of(
          "head",
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "iframe",
          "object",
          "select",
          "textarea",
          "canvas",
          "title");
  private static final Set<String> APART =
      Set.of(
          "p",
          "ul",
          "ol",
          "dl",
          "table",
          "blockquote",
          "pre",
          "hr",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "figure",
          "form");
  private static final Set<String> LINES =
      Set.of(
          "div",
          "li",
          "tr",
          "dd",
          "dt",
          "section",
          "article",
          "header",
          "footer",
          "nav",
          "main",
          "aside",
          "address",
          "center",
          "body",
          "fieldset",
          "caption",
          "legend",
          "figcaption");
  private static final Set<String> CELLS = Set.of("td", "th");
  private static final Pattern QUOTES =
      Pattern.compile(
          "(?:^| )(?:gmail_quote|yahoo_quoted|moz-forward-container|protonmail_quote|zmail_extra)");
  private static final Pattern SIGNS =
      Pattern.compile("(?:^| )(?:gmail_signature|moz-signature|protonmail_signature_block)");

  private final Visibility visibility;
  private final Composer text = new Composer();
  private final List<Field> fields = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private int hidden;

  /** An element on the way down, and what ends with it. */
  private record Open(
      Element element, Colours colours, Composer.@Nullable Mark mark, @Nullable Kind kind) {}

  private HtmlReader(org.jsoup.nodes.Document page) {
    this.visibility = new Visibility(page);
  }

  /** The document of a page; nothing that it links to is fetched. */
  public static Document read(String name, byte[] bytes, @Nullable String charset) {
    String start = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
    Matcher said = CHARSET.matcher(start);
    String html = Decoding.decode(bytes, charset == null && said.find() ? said.group(1) : charset);
    return read(name, "text/html", html);
  }

  /** The document of what was made HTML of. */
  static Document read(String name, String mediaType, String html) {
    org.jsoup.nodes.Document page = Jsoup.parse(html);
    HtmlReader reader = new HtmlReader(page);
    page.filter(reader);
    reader.text.block(0, Kind.PARAGRAPH);
    return reader.document(name, mediaType, page);
  }

  private Document document(String name, String mediaType, org.jsoup.nodes.Document page) {
    List<Field> all = new ArrayList<>();
    if (!page.title().isBlank()) {
      all.add(new Field("title", page.title().strip(), "html", null));
    }
    all.addAll(SchemaOrg.of(page));
    all.addAll(fields);
    List<String> warnings =
        hidden == 0
            ? List.of()
            : List.of("%d characters that nobody sees are left out".formatted(hidden));
    String said = text.text();
    return new Document(
        name, mediaType, said, List.of(), text.blocks(), List.of(), all, List.of(), warnings);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode piece) {
      add(piece);
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    if (UNSEEN.contains(element.normalName()) || Headings.isPermalink(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (visibility.hides(element)) {
      hidden += element.text().strip().length();
      return FilterResult.SKIP_ENTIRELY;
    }
    begin(element);
    return FilterResult.CONTINUE;
  }

  private void add(TextNode piece) {
    Colours colours = open.isEmpty() ? Colours.USUAL : open.getFirst().colours();
    if (!Visibility.readable(colours)) {
      hidden += piece.text().strip().length();
    } else if (preformatted(piece.parent())) {
      text.exact(piece.getWholeText());
    } else {
      text.flow(piece.getWholeText());
    }
  }

  private static boolean preformatted(@Nullable Element parent) {
    return parent != null
        && (parent.normalName().equals("pre")
            || parent.parent() != null && parent.parent().normalName().equals("pre")
            || parent.attr("style").contains("pre-wrap"));
  }

  private void begin(Element element) {
    String name = element.normalName();
    if (name.equals("br")) {
      text.line();
    } else if (CELLS.contains(name)) {
      text.block(0, Kind.PARAGRAPH);
      text.cell(element.previousElementSibling() == null);
    } else if (APART.contains(name) || LINES.contains(name)) {
      text.block(APART.contains(name) && !inCell() ? 2 : 1, Kind.PARAGRAPH);
    }
    Kind kind = kind(element);
    boolean marked = kind != null || name.equals("a") && element.hasAttr("href");
    Colours outside = open.isEmpty() ? Colours.USUAL : open.getFirst().colours();
    Composer.Mark mark = marked ? text.mark() : null;
    open.push(new Open(element, Visibility.colours(element, outside), mark, kind));
    if (name.equals("li")) {
      text.flow(
          element.parent() != null && element.parent().normalName().equals("ol")
              ? (element.elementSiblingIndex() + 1) + ". "
              : "- ");
    }
  }

  private boolean inCell() {
    return open.stream().limit(3).anyMatch(o -> CELLS.contains(o.element().normalName()));
  }

  private @Nullable Kind kind(Element element) {
    String name = element.normalName();
    if (name.equals("li")) {
      return Kind.LIST_ITEM;
    } else if (Headings.isHeading(element)) {
      return Kind.HEADING;
    } else if (SiteParts.isNavigation(element)) {
      return Kind.NAVIGATION;
    } else if (name.equals("tr")) {
      return element.childrenSize() > 1 ? Kind.TABLE_ROW : null;
    } else if (name.equals("blockquote")) {
      boolean cited = element.attr("type").equals("cite") || text.endsWith(':');
      return cited || QUOTES.matcher(element.className()).find() ? Kind.QUOTED_REPLY : null;
    } else if (QUOTES.matcher(element.className()).find()
        || element.id().equals("OLK_SRC_BODY_SECTION")) {
      return Kind.QUOTED_REPLY;
    }
    boolean signs = SIGNS.matcher(element.className()).find() || element.id().equals("Signature");
    return signs ? Kind.SIGNATURE : null;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element
        && !open.isEmpty()
        && open.getFirst().element().equals(element)) {
      end(open.pop());
    }
    return FilterResult.CONTINUE;
  }

  private void end(Open closed) {
    String name = closed.element().normalName();
    if (CELLS.contains(name)) {
      text.block(0, Kind.PARAGRAPH);
      text.endCell();
    } else if (APART.contains(name) || LINES.contains(name)) {
      text.block(APART.contains(name) && !inCell() ? 2 : 1, Kind.PARAGRAPH);
    }
    if (closed.mark() == null) {
      return;
    }
    if (closed.kind() != null) {
      Heading heading = closed.kind() == Kind.HEADING ? Headings.of(closed.element()) : null;
      text.close(closed.mark(), closed.kind(), heading);
    } else {
      Span span = text.close(closed.mark());
      String target = closed.element().attr("href").strip();
      if (span != null && !target.startsWith("#") && target.length() < 2_000) {
        fields.add(new Field("link", target, "html link", span));
      }
    }
  }
}
