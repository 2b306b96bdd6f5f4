package dev.tenlines.sql;

import dev.tenlines.TenlinesException;
import dev.tenlines.access.Access;
import dev.tenlines.access.Caller;
import dev.tenlines.access.Role;
import dev.tenlines.review.Decided;
import dev.tenlines.text.Digest;
import dev.tenlines.text.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Keys, users and sessions in a database. Keys and session tokens are long random texts, so that a
 * plain digest hides them; passwords come hashed already.
 */
public final class SqlAccess implements Access {
  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._@+-]{0,99}";
  private static final String GROUP = "[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,99}";

  private final Database database;
  private final Clock clock;
  private final Ids ids;

  public SqlAccess(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  @Override
  public @Nullable Caller caller(String key) {
    return database.read(handle ->
        handle
            .select("SELECT * FROM api_keys WHERE hash = ? AND revoked IS NULL", Digest.of(key))
            .map((row, context) ->
                new Caller(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("tenant"),
                    role(row),
                    groups(row)))
            .findOne()
            .orElse(null));
  }

  @Override
  public String createKey(String name, String tenant, Role role, Set<String> groups) {
    check("TL-171", "key", name);
    check("TL-171", "tenant", tenant);
    groups.forEach(SqlAccess::checkGroup);
    String secret = ids.secret("tl");
    database.write(handle ->
        handle.execute(
            "INSERT INTO api_keys (id, name, tenant, role, reads_as, hash, created)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)",
            ids.next("k"),
            name,
            tenant,
            lower(role),
            String.join(" ", new TreeSet<>(groups)),
            Digest.of(secret),
            now()));
    return secret;
  }

  @Override
  public List<Key> keys(String tenant) {
    return database.read(handle ->
        handle
            .select("SELECT * FROM api_keys WHERE tenant = ? ORDER BY created DESC, id", tenant)
            .map((row, context) ->
                new Key(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("tenant"),
                    role(row),
                    groups(row),
                    Columns.instant(row, "created"),
                    Columns.maybeInstant(row, "revoked")))
            .list());
  }

  @Override
  public boolean revokeKey(String tenant, String id) {
    return database.write(handle ->
        handle.execute(
                "UPDATE api_keys SET revoked = ? WHERE tenant = ? AND id = ? AND revoked IS NULL",
                now(),
                tenant,
                id)
            > 0);
  }

  @Override
  public void createUser(String name, String tenant, Role role, String passwordHash) {
    check("TL-172", "user", name);
    check("TL-172", "tenant", tenant);
    int made =
        database.write(handle ->
            handle.execute(
                "INSERT INTO users (name, tenant, role, password, created) VALUES (?, ?, ?, ?, ?)"
                    + " ON CONFLICT DO NOTHING",
                name,
                tenant,
                lower(role),
                passwordHash,
                now()));
    if (made == 0) {
      throw new TenlinesException(
          "TL-172", "The user name (" + name + ") is taken.", "Maybe add a number.");
    }
  }

  @Override
  public @Nullable User user(String name) {
    return database.read(handle ->
        handle
            .select("SELECT * FROM users WHERE name = ?", name)
            .map(SqlAccess::user)
            .findOne()
            .orElse(null));
  }

  @Override
  public List<User> users(String tenant) {
    return database.read(handle ->
        handle
            .select("SELECT * FROM users WHERE tenant = ? ORDER BY name", tenant)
            .map(SqlAccess::user)
            .list());
  }

  @Override
  public void changePassword(String name, String passwordHash) {
    database.write(handle -> {
      handle.execute("DELETE FROM sessions WHERE person = ?", name);
      return handle.execute("UPDATE users SET password = ? WHERE name = ?", passwordHash, name);
    });
  }

  @Override
  public boolean removeUser(String tenant, String name) {
    return database.write(handle -> {
      handle.execute(
          "DELETE FROM sessions WHERE person IN (SELECT name FROM users WHERE tenant = ? AND name ="
              + " ?)",
          tenant,
          name);
      return handle.execute("DELETE FROM users WHERE tenant = ? AND name = ?", tenant, name) > 0;
    });
  }

  @Override
  public String startSession(String user, Duration length) {
    String token = ids.secret("ts");
    database.write(handle -> {
      handle.execute("DELETE FROM sessions WHERE ends <= ?", now());
      return handle.execute(
          "INSERT INTO sessions (hash, person, ends) VALUES (?, ?, ?)",
          Digest.of(token),
          user,
          Columns.micros(clock.instant().plus(length)));
    });
    return token;
  }

  @Override
  public @Nullable Caller session(String token) {
    return database.read(handle ->
        handle
            .select(
                "SELECT u.* FROM sessions s JOIN users u ON u.name = s.person"
                    + " WHERE s.hash = ? AND s.ends > ?",
                Digest.of(token),
                now())
            .map((row, context) ->
                new Caller(
                    row.getString("name"),
                    row.getString("name"),
                    row.getString("tenant"),
                    role(row)))
            .findOne()
            .orElse(null));
  }

  @Override
  public void endSession(String token) {
    database.write(
        (Handle handle) -> handle.execute("DELETE FROM sessions WHERE hash = ?", Digest.of(token)));
  }

  private long now() {
    return Columns.micros(clock.instant());
  }

  private static void check(String id, String what, String name) {
    boolean person = !what.equals("tenant");
    if (!name.matches(NAME) || person && name.equals(Decided.NOBODY)) {
      throw new TenlinesException(
          id,
          "The " + what + " name (" + name + ") is not usable.",
          "Maybe use letters, digits, spaces and . _ @ + -, at most 100, and not nobody.");
    }
  }

  private static void checkGroup(String group) {
    if (!group.matches(GROUP)) {
      throw new TenlinesException(
          "TL-171",
          "The group name (" + group + ") is not usable.",
          "Maybe use letters, digits and . _ @ + -, at most 100.");
    }
  }

  private static Set<String> groups(ResultSet row) throws SQLException {
    String all = row.getString("reads_as");
    return all.isEmpty() ? Set.of() : Set.of(all.split(" "));
  }

  private static User user(ResultSet row, StatementContext context) throws SQLException {
    return new User(
        row.getString("name"),
        row.getString("tenant"),
        role(row),
        row.getString("password"),
        Columns.instant(row, "created"));
  }

  private static Role role(ResultSet row) throws SQLException {
    return Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT));
  }

  private static String lower(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
