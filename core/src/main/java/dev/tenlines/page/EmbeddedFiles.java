package dev.tenlines.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** The files that lie in a PDF. */
final class EmbeddedFiles {
  private static final int MOST = 50;
  private static final int LARGEST = 20_000_000;

  private final List<Embedded> files = new ArrayList<>();
  private final Set<Object> seen = new HashSet<>();

  private EmbeddedFiles() {}

  /** One file. */
  record Embedded(String name, String mediaType, byte[] bytes) {}

  static List<Embedded> of(PDDocument pdf) {
    EmbeddedFiles found = new EmbeddedFiles();
    try {
      PDDocumentNameDictionary names = pdf.getDocumentCatalog().getNames();
      if (names != null && names.getEmbeddedFiles() != null) {
        found.collect(names.getEmbeddedFiles());
      }
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return found.files; // What was found before the list broke.
    }
    return found.files;
  }

  private void collect(PDNameTreeNode<PDComplexFileSpecification> node) throws IOException {
    if (!seen.add(node.getCOSObject()) || files.size() >= MOST) {
      return;
    }
    Map<String, PDComplexFileSpecification> names = node.getNames();
    if (names != null) {
      for (Map.Entry<String, PDComplexFileSpecification> entry : names.entrySet()) {
        add(entry.getKey(), entry.getValue());
      }
    }
    List<PDNameTreeNode<PDComplexFileSpecification>> kids = node.getKids();
    if (kids != null) {
      for (PDNameTreeNode<PDComplexFileSpecification> kid : kids) {
        collect(kid);
      }
    }
  }

  private void add(String key, PDComplexFileSpecification file) throws IOException {
    PDEmbeddedFile content =
        file.getEmbeddedFileUnicode() == null
            ? file.getEmbeddedFile()
            : file.getEmbeddedFileUnicode();
    if (content == null || files.size() >= MOST) {
      return;
    }
    String name = file.getFilename() == null ? key : file.getFilename();
    String type = content.getSubtype() == null ? "" : content.getSubtype();
    try (InputStream in = content.createInputStream()) {
      byte[] bytes = in.readNBytes(LARGEST);
      files.add(new Embedded(name.replaceAll("^.*[/\\\\]", ""), type, bytes));
    }
  }
}
