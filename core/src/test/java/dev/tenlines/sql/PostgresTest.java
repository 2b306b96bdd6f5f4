package dev.tenlines.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every contract of storage, on PostgreSQL. */
class PostgresTest {

  @Test
  void aServerThatIsNotThere_isSaidWithItsAddress() {
    assertThatThrownBy(() -> Database.postgresql("jdbc:postgresql://127.0.0.1:1/shop", "u", "pass"))
        .hasMessageContaining("TL-140")
        .hasMessageContaining("127.0.0.1:1/shop")
        .hasMessageNotContaining("pass)");
  }

  @Test
  void serversThatStartTogether_onAnEmptyDatabase_allOpen() throws Exception {
    PostgresStore store = PostgresStore.blank("started_together");
    Callable<Database> opening = () -> store.open();

    List<Database> all = Race.of(List.of(opening, opening, opening));

    all.forEach(Database::close);
  }

  @Test
  void connectionsThatAreCut_areSaidOnce_andTheNextReadIsAnswered() throws Exception {
    PostgresStore store = PostgresStore.blank("cut");
    try (Database database = store.open()) {
      try (Connection beside = store.connect();
          Statement statement = beside.createStatement()) {
        statement.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = 'cut' AND pid <> pg_backend_pid()");
      }

      assertThatThrownBy(() -> one(database))
          .hasMessageContaining("TL-143")
          .hasMessageNotContaining("SELECT");

      assertThat(one(database)).isEqualTo(1);
    }
  }

  /** The connection that was lent last is lent next. */
  private static int one(Database database) {
    return database.read(handle -> handle.select("SELECT 1").mapTo(Integer.class).one());
  }

  @Nested
  class Journals extends JournalContract {
    @Override
    protected TestStore store() {
      return PostgresStore.of(getClass());
    }
  }

  @Nested
  class Histories extends HistoryContract {
    @Override
    protected TestStore store() {
      return PostgresStore.of(getClass());
    }
  }

  @Nested
  class Reviews extends ReviewQueueContract {
    @Override
    protected TestStore store() {
      return PostgresStore.of(getClass());
    }
  }

  @Nested
  class ReviewPages extends ReviewListsContract {
    @Override
    protected TestStore store() {
      return PostgresStore.of(getClass());
    }
  }

  @Nested
  class Leases extends LeaseContract {
    @Override
    protected TestStore store() {
      return PostgresStore.of(getClass());
    }
  }

  @Nested
  class Outboxes extends OutboxContract {
    @Override
    protected TestStore store() {
      return PostgresStore.of(getClass());
    }
  }

  @Nested
  class Keys extends AccessContract {
    @Override
    protected TestStore store() {
      return PostgresStore.of(getClass());
    }
  }

  @Nested
  class Models extends ModelsContract {
    @Override
    protected TestStore store() {
      return PostgresStore.of(getClass());
    }
  }

  @Nested
  class Judgements extends JudgementsContract {
    @Override
    protected TestStore store() {
      return PostgresStore.of(getClass());
    }
  }

  @Nested
  class Ledgers extends LedgerContract {
    @Override
    protected TestStore store() {
      return PostgresStore.of(getClass());
    }
  }

  @Nested
  class Budgets extends BudgetContract {
    @Override
    protected TestStore store() {
      return PostgresStore.of(getClass());
    }
  }

  @Nested
  class Crowds extends CrowdContract {
    @Override
    protected TestStore store() {
      return PostgresStore.of(getClass());
    }
  }
}
