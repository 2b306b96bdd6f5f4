package dev.tenlines.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sample documents of the examples that are PDFs, drawn from their descriptions. */
public final class SampleDocuments {
  static final Path DOCUMENTS = Path.of("../examples/sample/documents");
  private static final Path DESCRIPTIONS = Path.of("src/test/resources/samples");

  private SampleDocuments() {}

  /** Writes them to the examples; run in the folder of the module. */
  public static void main(String[] args) throws IOException {
    for (var drawn : drawn().entrySet()) {
      Files.createDirectories(drawn.getKey().getParent());
      Files.write(drawn.getKey(), drawn.getValue());
    }
  }

  /** Each file with its bytes. */
  static SortedMap<Path, byte[]> drawn() throws IOException {
    SortedMap<Path, byte[]> drawn = new TreeMap<>();
    try (Stream<Path> all = Files.walk(DESCRIPTIONS)) {
      all.filter(file -> file.toString().endsWith(".sheet"))
          .forEach(file -> {
            String name = DESCRIPTIONS.relativize(file).toString().replace(".sheet", ".pdf");
            drawn.put(DOCUMENTS.resolve(name), draw(file));
          });
    }
    return drawn;
  }

  private static byte[] draw(Path file) {
    try {
      return Sheet.draw(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
