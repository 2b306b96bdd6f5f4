package dev.tenlines.querying;

import dev.tenlines.TenlinesException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Set;
import java.util.regex.Pattern;

/** What databases say went wrong, as users can act on it; never with a password. */
final class Failures {
  private static final Set<String> NO_LOGIN = Set.of("28P01", "28000");
  private static final Set<String> NO_SUCH = Set.of("42P01", "42703", "42S02", "42S22");
  private static final Set<String> TOO_LONG = Set.of("57014", "HYT00", "70100");
  private static final Set<Integer> MYSQL_TOO_LONG = Set.of(1969, 3024);
  private static final Set<Integer> MYSQL_NO_DATABASE = Set.of(1044, 1049);
  private static final int SQLITE_INTERRUPT = 9;
  private static final int SQLITE_CANNOT_OPEN = 14;
  private static final int LONGEST = 300;

  private final Connect connect;
  private final String secret;

  Failures(Connect connect, String secret) {
    this.connect = connect;
    this.secret = secret;
  }

  TenlinesException of(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    boolean sqlite = connect.shown().startsWith("jdbc:sqlite");
    if (e instanceof SQLTimeoutException
        || TOO_LONG.contains(state)
        || MYSQL_TOO_LONG.contains(e.getErrorCode())
        || sqlite && e.getErrorCode() == SQLITE_INTERRUPT) {
      return new TenlinesException(
          "TL-405",
          "The question took too long and was stopped (" + connect.shown() + ").",
          "Maybe say a time or a name more, or let an index be made for what is filtered.");
    }
    if (NO_LOGIN.contains(state)) {
      return new TenlinesException(
          "TL-402",
          "The database (" + connect.shown() + ") refuses the user or the password.",
          "Maybe the password was changed, or the role may not log in.");
    }
    if (NO_SUCH.contains(state)) {
      return new TenlinesException(
          "TL-404",
          "A declared table or column is not there (" + words(e) + ").",
          "Maybe it was renamed: see search doctor.");
    }
    if (state.startsWith("08")
        || state.startsWith("3D")
        || state.equals("42000") && MYSQL_NO_DATABASE.contains(e.getErrorCode())
        || sqlite && e.getErrorCode() == SQLITE_CANNOT_OPEN
        || words(e).contains("No suitable driver")) {
      return new TenlinesException(
          "TL-400",
          "The database (" + connect.shown() + ") cannot be reached: " + words(e) + ".",
          "Maybe it is not up, its driver is not there, or the address is wrong.");
    }
    return new TenlinesException(
        "TL-408",
        "The database (" + connect.shown() + ") refuses the statement: " + words(e) + ".",
        "Maybe the role may not read the table, or a column is not of its declared type.");
  }

  private String words(SQLException e) {
    String words = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
    words = words.replaceAll("(?i)(password|pwd)\\s*=\\s*[^\\s;&]+", "$1=…");
    words = words.replaceAll("//[^/@\\s]*@", "//").replaceAll("\\?\\S*", "");
    if (!secret.isEmpty()) {
      words = words.replaceAll(Pattern.quote(secret), "…");
    }
    words = words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }
}
