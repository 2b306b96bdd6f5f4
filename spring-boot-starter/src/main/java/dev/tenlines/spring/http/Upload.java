package dev.tenlines.spring.http;

import dev.tenlines.Request;
import dev.tenlines.document.SourceFile;
import dev.tenlines.reading.DocumentReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** A file that a call brings instead of a text; addresses of files are never followed. */
final class Upload {
  private static final String FILE = "file";
  private static final int LONGEST_NAME = 200;

  private final MultipartHttpServletRequest call;

  private Upload(MultipartHttpServletRequest call) {
    this.call = call;
  }

  /** What a call brings, or null where it brings no file. */
  static @Nullable Upload of(HttpServletRequest call) {
    MultipartHttpServletRequest parts =
        WebUtils.getNativeRequest(call, MultipartHttpServletRequest.class);
    return parts == null ? null : new Upload(parts);
  }

  /** The request, with the file read into a document. */
  Request request(BodyReader bodies, ApiLimits limits, DocumentReader reader) throws IOException {
    MultipartFile file = call.getFile(FILE);
    if (file == null || call.getMultiFileMap().size() > 1 || call.getFiles(FILE).size() > 1) {
      throw Problem.invalid("There is not one part (file).", "Maybe send -F file=@invoice.pdf.");
    }
    if (file.getSize() > limits.fileBytes()) {
      throw Problem.of(
              413,
              "TL-505",
              "The file is longer than " + limits.fileBytes() + " bytes.",
              "Maybe send only the part that matters.")
          .thrown();
    }
    String said = call.getParameter("request");
    Request known = said == null ? Request.of("") : AskBody.known(bodies.parse(said), limits);
    SourceFile read = reader.file(name(file.getOriginalFilename()), file.getBytes());
    if (read.document().text().length() > limits.fileChars()) {
      throw Problem.of(
              413,
              "TL-505",
              "The file has more than " + limits.fileChars() + " characters.",
              "Maybe send only the part that matters.")
          .thrown();
    }
    return Request.of(read)
        .withFields(known.fields())
        .after(known.conversation())
        .withWords(known.words())
        .within(known.context())
        .withPlan(known.plan());
  }

  /** Only the last part of a path, and nothing that is no text. */
  private static String name(@Nullable String sent) {
    String last = sent == null ? "" : sent.substring(sent.replace('\\', '/').lastIndexOf('/') + 1);
    String clean = last.replaceAll("[\\p{Cntrl}\\p{Cs}]", "");
    String name = clean.substring(0, Math.min(LONGEST_NAME, clean.length()));
    return name.isBlank() ? FILE : name;
  }
}
