package dev.tenlines.sql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
