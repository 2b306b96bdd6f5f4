package dev.tenlines.spring.search;

import dev.tenlines.TenlinesException;
import dev.tenlines.catalog.Entity;
import dev.tenlines.project.Project;
import dev.tenlines.schema.Draft;
import dev.tenlines.schema.Drafting;
import dev.tenlines.schema.Schema;
import dev.tenlines.schema.SchemaReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Writes a first declaration of the application's tables, once: a file that is there is the
 * developer's. It does so when all beans are there, since these make the tables.
 */
final class SearchDraft implements SmartInitializingSingleton {
  private static final Logger LOG = LoggerFactory.getLogger(SearchDraft.class);

  private final Path file;
  private final DataSource source;
  private final List<SchemaWords> words;

  SearchDraft(Path file, DataSource source, List<SchemaWords> words) {
    this.file = file;
    this.source = source;
    this.words = List.copyOf(words);
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (Files.exists(file)) {
      return;
    }
    Schema schema = read();
    for (SchemaWords more : words) {
      schema = more.addTo(schema);
    }
    Draft draft = Drafting.of(schema);
    Project.write(file, draft.hidden());
    List<Entity> entities = draft.catalog().entities();
    LOG.info(
        "Wrote {}: {} entities with {} fields and {} relations, all of them hidden; its head says"
            + " how to declare them.",
        file,
        entities.size(),
        entities.stream().mapToInt(entity -> entity.fields().size()).sum(),
        draft.catalog().relations().size());
  }

  private Schema read() {
    try (Connection connection = source.getConnection()) {
      return SchemaReader.read(connection);
    } catch (SQLException e) {
      throw new TenlinesException(
          "TL-417",
          "The application's database cannot be read for " + file + ": " + e.getMessage() + ".",
          "Maybe check spring.datasource, or take out tenlines.search.draft.");
    }
  }
}
