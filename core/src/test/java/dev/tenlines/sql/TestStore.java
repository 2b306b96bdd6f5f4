package dev.tenlines.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** An empty database for a test, opened as often as the test likes. */
public interface TestStore {

  /** Opens it: again as after a restart, or once more as a second server does. */
  Database open();

  /** Opens it for one test; a store that is slow to open may lend the same to the next. */
  Database lend();

  /** Takes back what was lent. */
  void giveBack(Database lent);

  /** A connection beside everything under test. */
  Connection connect() throws SQLException;

  /** A text as this database can hold it. */
  String held(String text);
}
