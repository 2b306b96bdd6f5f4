package dev.tenlines.indexing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder that may hold text for readers, or one file. Hidden files, what programs
 * put there, and links out of the folder are none of them.
 */
final class Folder {
  private static final Set<String> READ =
      Set.of(
          "md",
          "markdown",
          "mdown",
          "mkd",
          "html",
          "htm",
          "xhtml",
          "txt",
          "text",
          "rst",
          "adoc",
          "pdf",
          "eml",
          "ics",
          "vcf");

  private static final Set<String> PASSED = Set.of("node_modules", "target");

  private final Path root;
  private final List<Path> files = new ArrayList<>();
  private final List<Failed> failed = new ArrayList<>();
  private int others;

  /** A place that cannot be looked into. */
  record Failed(Path place, IOException cause) {}

  private Folder(Path root) {
    this.root = root;
  }

  static Folder of(Path root) {
    Folder folder = new Folder(root);
    if (Files.isDirectory(root)) {
      folder.walk();
    } else {
      folder.files.add(root); // who names a file wants it read, whatever it is called
    }
    return folder;
  }

  /** In an order that is always the same. */
  List<Path> files() {
    return files.stream().sorted().toList();
  }

  List<Failed> failed() {
    return failed;
  }

  /** How many files of other kinds there are. */
  int others() {
    return others;
  }

  private void walk() {
    try {
      Path real = root.toRealPath();
      Files.walkFileTree(root.equals(real) ? root : root.resolve("."), new Visitor(real));
    } catch (IOException e) {
      failed.add(new Failed(root, e));
    }
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Path real;

    private Visitor(Path real) {
      this.real = real;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      boolean top = directory.normalize().equals(root);
      return top || !isPassed(directory.getFileName().toString())
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.getFileName().toString();
      if (isPassed(name) || !(attributes.isRegularFile() || isInside(file))) {
        return FileVisitResult.CONTINUE;
      }
      if (READ.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))) {
        files.add(file.normalize());
      } else {
        others++;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path place, IOException cause) {
      failed.add(new Failed(place.normalize(), cause));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException cause) {
      if (cause != null) {
        failed.add(new Failed(directory.normalize(), cause));
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean isInside(Path link) {
      try {
        Path target = link.toRealPath();
        return target.startsWith(real) && Files.isRegularFile(target);
      } catch (IOException e) {
        return false; // it leads nowhere
      }
    }
  }

  private static boolean isPassed(String name) {
    return name.startsWith(".") || PASSED.contains(name);
  }
}
