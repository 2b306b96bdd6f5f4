package dev.tenlines.sql;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Hands every text to the database as it can hold it, those that are only looked for too. */
final class Texts extends AbstractArgumentFactory<String> {
  private final Dialect dialect;

  Texts(Dialect dialect) {
    super(Types.VARCHAR);
    this.dialect = dialect;
  }

  @Override
  protected Argument build(String value, ConfigRegistry config) {
    return (position, statement, context) -> statement.setString(position, dialect.text(value));
  }
}
