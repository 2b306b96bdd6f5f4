package dev.tenlines.search;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.TenlinesException;
import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.CatalogYaml;
import dev.tenlines.ladder.History;
import dev.tenlines.querying.Limits;
import dev.tenlines.querying.ScriptFile;
import dev.tenlines.querying.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tables of all searches, each opened when it is first asked and closed with the rest. */
public final class Desks implements AutoCloseable {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String AWAY = "TL-400";

  private final Path directory;
  private final Clock clock;
  private final UnaryOperator<@Nullable String> environment;
  private final Map<String, Desk> open = new LinkedHashMap<>();

  /** Those of a project. */
  public Desks(Path directory, Clock clock) {
    this(directory, clock, System::getenv);
  }

  Desks(Path directory, Clock clock, UnaryOperator<@Nullable String> environment) {
    this.directory = directory;
    this.clock = clock;
    this.environment = environment;
  }

  /** A feature's; opening tells what is wrong with its database. */
  synchronized Desk of(Feature feature) {
    Desk there = open.get(feature.name());
    if (there == null) {
      there = opened(feature);
      open.put(feature.name(), there);
    }
    return there;
  }

  /** Rows of an answer of the record, in its own tenant's scope; null where it is no answer. */
  public @Nullable Found rows(Feature feature, History.Entry entry, int offset, int most) {
    Map<String, Object> plan =
        entry.outcome() instanceof Outcome.Answered<Object> answered
            ? Accepted.plan(answered.value())
            : null;
    return plan == null
        ? null
        : of(feature).page(PlanReader.read(plan), entry.request(), offset, most);
  }

  private Desk opened(Feature feature) {
    Declared declared = new Declared(catalog(feature, directory), place(feature, clock));
    Catalog catalog = declared.catalog();
    Desk.Place place = declared.place();
    String address = address(text(feature, Searching.DATABASE));
    String script = first(feature, Searching.CREATE);
    if (script != null && address.startsWith(SQLITE)) {
      ScriptFile.make(Path.of(address.substring(SQLITE.length())), () -> script(script));
    }
    String user = maybe(feature, Searching.USER);
    String password = maybe(feature, Searching.PASSWORD);
    Limits limits = Limits.usual().withZone(place.zone());
    Desk desk =
        new Desk(
            catalog, () -> Tables.open(catalog, address, user, password, limits), place, clock);
    try {
      var unused = desk.tables();
    } catch (TenlinesException e) {
      // A database that is away now may be there when it is asked; any other fault stops the start.
      if (!e.id().equals(AWAY)) {
        throw e;
      }
    }
    return desk;
  }

  /** What a feature declares, read. */
  private record Declared(Catalog catalog, Desk.Place place) {}

  /** Refuses what a declaration names and is not there. */
  static void check(Feature feature, Path directory) {
    var unused = new Declared(catalog(feature, directory), place(feature, Clock.systemUTC()));
  }

  static Catalog catalog(Feature feature, Path directory) {
    String entities = feature.detail(Searching.ENTITIES).getFirst();
    return isText(entities)
        ? CatalogYaml.parse("entities of " + feature.name(), entities)
        : CatalogYaml.read(directory.resolve(entities));
  }

  /** Whether a detail is the text itself, and no file's name. */
  private static boolean isText(String detail) {
    return detail.indexOf('\n') >= 0;
  }

  private String script(String detail) {
    try {
      return isText(detail) ? detail : Files.readString(directory.resolve(detail));
    } catch (IOException e) {
      throw new TenlinesException(
          "TL-425",
          "The script (" + detail + ") cannot be read: " + e.getMessage() + ".",
          "Maybe check the name: it lies inside the project's directory.");
    }
  }

  static Desk.Place place(Feature feature, Clock clock) {
    String zone = first(feature, Searching.ZONE);
    String locale = first(feature, Searching.LOCALE);
    try {
      return new Desk.Place(
          locale == null ? Locale.ENGLISH : Locale.forLanguageTag(locale),
          zone == null ? clock.getZone() : ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw new TenlinesException(
          "TL-421",
          "The time zone (" + zone + ") is not known.",
          "Maybe write it as Europe/Berlin or +01:00.");
    }
  }

  private static @Nullable String first(Feature feature, String key) {
    return feature.detail(key).isEmpty() ? null : feature.detail(key).getFirst();
  }

  /** A file of SQLite lies in the project's directory unless it says otherwise. */
  private String address(String address) {
    String file = address.startsWith(SQLITE) ? address.substring(SQLITE.length()) : "";
    return file.isEmpty() || file.startsWith(":") || file.startsWith("file:")
        ? address
        : SQLITE + directory.resolve(file);
  }

  private @Nullable String maybe(Feature feature, String key) {
    return feature.detail(key).isEmpty() ? null : text(feature, key);
  }

  /** A text with environment variables in their places: secrets do not stand in files. */
  private String text(Feature feature, String key) {
    Matcher variables = VARIABLE.matcher(feature.detail(key).getFirst());
    StringBuilder out = new StringBuilder();
    while (variables.find()) {
      String value = environment.apply(variables.group(1));
      if (value == null) {
        throw new TenlinesException(
            "TL-422",
            "The environment variable ("
                + variables.group(1)
                + ") of the feature ("
                + feature.name()
                + ") is not set.",
            "Maybe export it, or write the " + key + " down.");
      }
      variables.appendReplacement(out, Matcher.quoteReplacement(value));
    }
    return variables.appendTail(out).toString();
  }

  @Override
  public synchronized void close() {
    open.values().forEach(Desk::close);
    open.clear();
  }
}
