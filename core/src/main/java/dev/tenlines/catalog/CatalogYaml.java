package dev.tenlines.catalog;

import dev.tenlines.TenlinesException;
import dev.tenlines.yaml.Yaml;
import java.nio.file.Path;
import java.util.Map;

/**
 * The file in which an application declares what may be searched, such as {@code search/shop.yaml}.
 */
public final class CatalogYaml {
  private CatalogYaml() {}

  /** Reads a declaration; what it marks as hidden does not exist. */
  public static Catalog read(Path file) {
    return read(file.getFileName().toString(), Yaml.read(file));
  }

  /** Reads the text of a declaration. */
  public static Catalog parse(String file, String text) {
    return read(file, Yaml.parse(file, text));
  }

  private static Catalog read(String file, @org.jspecify.annotations.Nullable Yaml root) {
    Catalog catalog = root == null ? null : new CatalogReader(root).read();
    if (catalog == null || catalog.entities().isEmpty()) {
      throw new TenlinesException(
          "TL-410",
          "The file (" + file + ") declares nothing that may be searched.",
          "Maybe take out `hidden: true` of an entity and of the fields that people may see.");
    }
    return catalog;
  }

  /** The declaration as {@link #read} takes it. */
  public static String write(Catalog catalog) {
    return new CatalogWriter(false, Map.of()).write(catalog);
  }

  /**
   * A declaration in which everything is hidden still.
   *
   * @param tenants the column, by entity, that may hold whose rows they are; a question to the
   *     developer
   */
  public static String writeHidden(Catalog catalog, Map<String, String> tenants) {
    return new CatalogWriter(true, tenants).write(catalog);
  }
}
