package dev.tenlines.sql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every contract of storage, on SQLite. */
class SqliteTest {
  @TempDir private static Path shared;
  @TempDir private Path directory;

  private static TestStore of(Class<?> test) {
    return new SqliteStore(shared.resolve(test.getSimpleName() + ".db"));
  }

  @Test
  void aFileThatIsNoDatabase_isRefusedWithItsName() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("other.db"), "this is no database, it is a letter".repeat(50));

    assertThatThrownBy(() -> Database.sqlite(file))
        .hasMessageContaining("TL-140")
        .hasMessageContaining("other.db");
  }

  @Test
  void serversThatStartTogether_onAnEmptyDatabase_allOpen() throws Exception {
    Callable<Database> opening = () -> Database.sqlite(directory.resolve("new.db"));

    List<Database> all = Race.of(List.of(opening, opening, opening));

    all.forEach(Database::close);
  }

  @Nested
  class Journals extends JournalContract {
    @Override
    protected TestStore store() {
      return of(getClass());
    }
  }

  @Nested
  class Histories extends HistoryContract {
    @Override
    protected TestStore store() {
      return of(getClass());
    }
  }

  @Nested
  class Reviews extends ReviewQueueContract {
    @Override
    protected TestStore store() {
      return of(getClass());
    }
  }

  @Nested
  class ReviewPages extends ReviewListsContract {
    @Override
    protected TestStore store() {
      return of(getClass());
    }
  }

  @Nested
  class Leases extends LeaseContract {
    @Override
    protected TestStore store() {
      return of(getClass());
    }
  }

  @Nested
  class Outboxes extends OutboxContract {
    @Override
    protected TestStore store() {
      return of(getClass());
    }
  }

  @Nested
  class Keys extends AccessContract {
    @Override
    protected TestStore store() {
      return of(getClass());
    }
  }

  @Nested
  class Models extends ModelsContract {
    @Override
    protected TestStore store() {
      return of(getClass());
    }
  }

  @Nested
  class Judgements extends JudgementsContract {
    @Override
    protected TestStore store() {
      return of(getClass());
    }
  }

  @Nested
  class Ledgers extends LedgerContract {
    @Override
    protected TestStore store() {
      return of(getClass());
    }
  }

  @Nested
  class Budgets extends BudgetContract {
    @Override
    protected TestStore store() {
      return of(getClass());
    }
  }

  @Nested
  class Crowds extends CrowdContract {
    @Override
    protected TestStore store() {
      return of(getClass());
    }
  }
}
