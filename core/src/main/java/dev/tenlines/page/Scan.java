package dev.tenlines.page;

import dev.tenlines.document.Box;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/** Reads the words of a scanned page with {@code tesseract}, where that command is installed. */
final class Scan {
  private static final int DOTS = 200;
  private static final int COLUMNS = 12;

  private final Path command;
  private final Path directory;

  private Scan(Path command, Path directory) {
    this.command = command;
    this.directory = directory;
  }

  /** The reader of scans, or null where the command is missing. */
  static @Nullable Scan installed(Path directory) {
    String path = System.getProperty("tenlines.path", System.getenv().getOrDefault("PATH", ""));
    for (String folder : path.split(File.pathSeparator)) {
      Path command = Path.of(folder, "tesseract");
      if (!folder.isBlank() && Files.isExecutable(command)) {
        return new Scan(command, directory);
      }
    }
    return null;
  }

  /** The words of one page, counted from zero. */
  List<Word> words(PDFRenderer renderer, int page) throws IOException {
    BufferedImage picture = renderer.renderImageWithDPI(page, DOTS, ImageType.GRAY);
    Path file = directory.resolve("page-%d.png".formatted(page + 1));
    try {
      ImageIO.write(picture, "png", file.toFile());
      Process process =
          new ProcessBuilder(command.toString(), file.toString(), "stdout", "tsv")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      String table = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return words(table);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** {@code level page block par line word left top width height conf text}. */
  private static List<Word> words(String table) {
    List<Word> words = new ArrayList<>();
    double points = 72.0 / DOTS;
    for (String line : table.split("\n")) {
      String[] cells = line.split("\t");
      if (cells.length < COLUMNS || !cells[0].equals("5") || cells[COLUMNS - 1].isBlank()) {
        continue;
      }
      double x = Double.parseDouble(cells[6]) * points;
      double y = Double.parseDouble(cells[7]) * points;
      double width = Double.parseDouble(cells[8]) * points;
      double height = Double.parseDouble(cells[9]) * points;
      Box box = new Box(x, y, width, height);
      words.add(new Word(cells[COLUMNS - 1].strip(), box, x, x + width, y + height, height, 0));
    }
    return words;
  }
}
