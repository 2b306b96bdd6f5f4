package dev.tenlines.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenlines.TenlinesException;
import dev.tenlines.document.Document;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.io.IOUtils;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.ObjectMapper;

/** Where the classes lie that a reading process needs: those and no others. */
final class ClassPath {
  private static final List<Class<?>> NEEDED =
      List.of(
          Document.class,
          ObjectMapper.class,
          JsonParser.class,
          JsonProperty.class,
          MimeTokenStream.class,
          IOUtils.class,
          Jsoup.class,
          Parser.class,
          TablesExtension.class,
          Loader.class,
          RandomAccessRead.class,
          TTFParser.class,
          LogFactory.class);

  private ClassPath() {}

  static String get() {
    return NEEDED.stream()
        .map(ClassPath::place)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI()).toString();
    } catch (URISyntaxException | RuntimeException e) {
      throw new TenlinesException(
          "TL-286",
          "No process to read files can be started (%s lies in no file of its own)."
              .formatted(type.getName()),
          "Maybe unpack the application: libraries inside one jar cannot be handed on.");
    }
  }
}
