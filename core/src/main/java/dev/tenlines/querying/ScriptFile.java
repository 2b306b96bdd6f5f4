package dev.tenlines.querying;

import dev.tenlines.TenlinesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;

/**
 * A database of SQLite that a project's own script makes when it is first searched: for examples
 * and trials. It is written before any question is read, and never again.
 */
public final class ScriptFile {
  private static final String END = ";\\s*(?:\\n|$)";

  private ScriptFile() {}

  /** Makes the file where there is none; a script that fails leaves none. */
  public static void make(Path file, Supplier<String> script) {
    if (Files.exists(file)) {
      return;
    }
    Path made = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(made);
      run(made, script.get());
      Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | SQLException e) {
      throw new TenlinesException(
          "TL-425",
          "The database (" + file + ") cannot be made by its script: " + e.getMessage() + ".",
          "Maybe check the script and whether the directory may be written.");
    }
  }

  private static void run(Path made, String script) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + made);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : script.split(END)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
      connection.commit();
    }
  }
}
