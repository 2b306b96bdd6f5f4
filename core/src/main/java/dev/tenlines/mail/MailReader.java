package dev.tenlines.mail;

import dev.tenlines.document.Block;
import dev.tenlines.document.Block.Kind;
import dev.tenlines.document.Decoding;
import dev.tenlines.document.Document;
import dev.tenlines.document.Field;
import dev.tenlines.document.Inner;
import dev.tenlines.document.PlainBlocks;
import dev.tenlines.document.Refused;
import dev.tenlines.document.Span;
import dev.tenlines.document.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a mail: head, body, and the files in it. */
public final class MailReader {
  /** What a person sees above a mail; other headers are fields only. */
  private static final List<String> SHOWN = List.of("From", "To", "Cc", "Date", "Subject");

  private static final String SOURCE = "mail header";

  private final Inner inner;
  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();
  private final List<Document> attachments = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private MailReader(Inner inner) {
    this.inner = inner;
  }

  /** The document of a mail as it came over the wire. */
  public static Document read(String name, byte[] mail, Inner inner) throws Unreadable {
    MailReader reader = new MailReader(inner);
    Part root = PartReader.read(mail);
    reader.head(root);
    reader.part(root);
    return new Document(
        name,
        "message/rfc822",
        reader.text.toString(),
        List.of(),
        reader.blocks,
        List.of(),
        reader.fields,
        reader.attachments,
        reader.warnings);
  }

  private void head(Part root) {
    for (Map.Entry<String, String> header : root.headers()) {
      String value = HeaderText.decode(header.getValue());
      String shown =
          SHOWN.stream().filter(header.getKey()::equalsIgnoreCase).findFirst().orElse(null);
      if (shown == null) {
        fields.add(new Field(header.getKey(), value, SOURCE, null));
        continue;
      }
      int start = text.length();
      text.append(shown).append(": ");
      Span place = new Span(text.length(), text.length() + value.length());
      text.append(value);
      blocks.add(new Block(Kind.HEADER_FIELD, new Span(start, text.length())));
      text.append('\n');
      fields.add(new Field(shown, value, SOURCE, place));
    }
    text.append(text.isEmpty() ? "" : "\n");
  }

  private void part(Part part) throws Unreadable {
    if (part.is("multipart/alternative")) {
      alternative(part);
    } else if (part.is("multipart/related")) {
      related(part);
    } else if (!part.parts().isEmpty() || part.mediaType().startsWith("multipart/")) {
      for (Part child : part.parts()) {
        part(child);
      }
    } else if (body(part)) {
      append(read(part));
    } else {
      attach(part);
    }
  }

  private static boolean body(Part part) {
    return !part.attached()
        && (part.is("text/plain") || part.is("text/html"))
        && part.fileName().isEmpty();
  }

  /** The same text several times: plain text where it says something, else the first that does. */
  private void alternative(Part part) throws Unreadable {
    List<Part> leaves = leaves(part);
    Part chosen =
        leaves.stream()
            .filter(p -> body(p) && p.is("text/plain") && !blank(p))
            .findFirst()
            .or(() ->
                leaves.stream().filter(MailReader::body).filter(p -> p.is("text/html")).findFirst())
            .orElse(null);
    for (Part leaf : leaves) {
      if (leaf == chosen) {
        append(read(leaf));
      } else if (!body(leaf)) {
        attach(leaf);
      } else if (leaf.is("text/html")) {
        // What it says to machines stands nowhere else.
        fields.addAll(unplaced(read(leaf).fields()));
      }
    }
  }

  /** A page and what it shows. */
  private void related(Part part) throws Unreadable {
    for (int i = 0; i < part.parts().size(); i++) {
      Part child = part.parts().get(i);
      if (i == 0 || !body(child)) {
        part(child);
      }
    }
  }

  private static List<Part> leaves(Part part) {
    List<Part> leaves = new ArrayList<>();
    for (Part child : part.parts()) {
      if (child.parts().isEmpty()) {
        leaves.add(child);
      } else {
        leaves.addAll(leaves(child));
      }
    }
    return leaves;
  }

  private static boolean blank(Part part) {
    return Decoding.decode(part.bytes(), part.charset()).isBlank();
  }

  private Document read(Part part) throws Unreadable {
    if (part.is("text/plain")) {
      String plain = Decoding.decode(part.bytes(), part.charset());
      List<Block> found = PlainBlocks.of(plain, new Span(0, plain.length()));
      return new Document(
          "", "text/plain", plain, List.of(), found, List.of(), List.of(), List.of(), List.of());
    }
    String type = part.charset() == null ? "text/html" : "text/html;charset=" + part.charset();
    return inner.read("", type, part.bytes());
  }

  /** Puts a body under what is there, and finds what others wrote in it. */
  private void append(Document body) {
    int offset = text.length();
    text.append(body.text());
    List<Span> quoted =
        body.blocks().stream().filter(b -> b.kind() == Kind.QUOTED_REPLY).map(Block::span).toList();
    String sender =
        fields.stream()
            .filter(f -> f.name().equals("From"))
            .map(Field::value)
            .findFirst()
            .orElse("");
    body.blocks().stream()
        .filter(b -> b.kind() != Kind.QUOTED_REPLY)
        .forEach(b -> blocks.add(b.moved(offset)));
    Replies.of(body.text(), quoted, sender).forEach(b -> blocks.add(b.moved(offset)));
    body.fields().forEach(f -> fields.add(f.moved(offset)));
    warnings.addAll(body.warnings());
    text.append(text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? "" : "\n");
  }

  private static List<Field> unplaced(List<Field> fields) {
    return fields.stream().map(f -> new Field(f.name(), f.value(), f.source(), null)).toList();
  }

  private void attach(Part part) throws Unreadable {
    String name = part.fileName().isEmpty() ? "part " + (attachments.size() + 1) : part.fileName();
    try {
      String type =
          part.charset() == null
              ? part.mediaType()
              : part.mediaType() + ";charset=" + part.charset();
      Document attached = inner.read(name, type, part.bytes());
      attachments.add(attached);
      if (part.is("text/calendar")) {
        // An invitation is what the mail says, not a file beside it.
        fields.addAll(unplaced(attached.fields()));
      }
    } catch (Unreadable e) {
      if (e.refused().kind() == Refused.Kind.TOO_MANY_PARTS) {
        throw e;
      }
      warnings.add("%s is not read: %s".formatted(name, e.refused().what()));
      attachments.add(
          new Document(
              name,
              part.mediaType(),
              "",
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(e.refused().what())));
    }
  }
}
