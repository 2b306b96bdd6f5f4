package dev.tenlines.indexing;

import dev.tenlines.Feature;
import dev.tenlines.Finding;
import dev.tenlines.TenlinesException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What features declare of their documents. */
public final class Declarations {
  private static final String DOCUMENTS = "documents";

  private Declarations() {}

  /**
   * The files and folders that a feature declares.
   *
   * @param directory the project's
   * @throws TenlinesException TL-222 when it declares none
   */
  public static List<Path> documents(Feature feature, Path directory) {
    demandDocuments(feature);
    List<String> declared = feature.detail(DOCUMENTS);
    if (declared.isEmpty()) {
      throw new TenlinesException(
          "TL-222",
          "The feature (" + feature.name() + ") declares no documents.",
          "Maybe add `documents: [docs/]` to it, or name a folder.");
    }
    return declared.stream().map(directory::resolve).toList();
  }

  /** Only what answers from documents has an index of them. */
  public static void demandDocuments(Feature feature) {
    if (!feature.kind().task().keys().contains(DOCUMENTS)) {
      throw new TenlinesException(
          "TL-222",
          "The feature ("
              + feature.name()
              + ") is of kind "
              + feature.kind().word()
              + " and has no documents.",
          "Maybe name a feature of kind answer.");
    }
  }

  /**
   * What is wrong with a feature's documents, as far as can be seen without opening its index.
   *
   * @param directory the project's
   * @param indexes where its indexes lie
   */
  public static List<Finding> findings(Feature feature, Path directory, Path indexes) {
    List<Finding> findings = new ArrayList<>();
    for (String declared : feature.detail(DOCUMENTS)) {
      if (!Files.exists(directory.resolve(declared))) {
        findings.add(
            Finding.warning(
                "TL-223",
                "The documents ("
                    + declared
                    + ") of feature ("
                    + feature.name()
                    + ") are not there.",
                "Maybe check the path; it counts from the project's directory."));
      }
    }
    if (!isIndexed(indexes.resolve(feature.name()))) {
      findings.add(
          Finding.warning(
              "TL-224",
              "The documents of feature ("
                  + feature.name()
                  + ") were never indexed: it finds nothing.",
              "Maybe run ./tenlines index."));
    }
    return findings;
  }

  /** An index that was opened but never written has no list of its segments. */
  private static boolean isIndexed(Path index) {
    try (DirectoryStream<Path> lists = Files.newDirectoryStream(index, "segments*")) {
      return lists.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }
}
