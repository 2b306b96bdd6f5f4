package dev.tenlines.spring;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application says about Tenlines in {@code application.yml}. A key that is not known is
 * refused, as in {@code tenlines.yaml}: a misspelt promise must not become the default one.
 *
 * @param directory Project directory. Its tenlines.yaml and rules/ are read when they are there;
 *     .tenlines/ in it holds the models and, unless another is named, the database.
 * @param database Where requests, reviews and verdicts are kept.
 * @param api The HTTP API under /v1.
 * @param console The pages for reviewers and administrators.
 * @param webhooks Addresses that are told when a deferred request was decided.
 * @param features Features by name, with the words of tenlines.yaml. One of these replaces a
 *     feature of the same name there.
 * @param search What the application lets people search in its own tables.
 * @param rules Rule lists by feature: the YAML itself, or the classpath: or file: location of it.
 */
@ConfigurationProperties(prefix = "tenlines", ignoreUnknownFields = false)
public record TenlinesProperties(
    @DefaultValue(".") String directory,
    @DefaultValue Database database,
    @DefaultValue Api api,
    @DefaultValue Console console,
    @DefaultValue List<Webhook> webhooks,
    @DefaultValue Map<String, FeatureProperties> features,
    @DefaultValue Search search,
    @DefaultValue Map<String, String> rules) {

  /**
   * Where requests, reviews and verdicts are kept.
   *
   * @param url JDBC address of a PostgreSQL database. Empty for SQLite in .tenlines/ of the project
   *     directory.
   * @param user User of the PostgreSQL database.
   * @param password Password of the PostgreSQL database.
   */
  public record Database(
      @DefaultValue("") String url,
      @DefaultValue("") String user,
      @DefaultValue("") String password) {

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
      return "Database[url=" + url + ", user=" + user + "]";
    }
  }

  /**
   * The HTTP API.
   *
   * @param enabled Whether to serve the HTTP API under /v1. Needs Spring MVC and Spring Security.
   */
  public record Api(@DefaultValue("false") boolean enabled) {}

  /**
   * The console.
   *
   * @param enabled Whether to serve the console. Needs Spring MVC and Spring Security.
   * @param path Path under which the console's pages stand.
   * @param firstUser Whether a start without any user makes the user admin and logs its password,
   *     once.
   */
  public record Console(
      @DefaultValue("false") boolean enabled,
      @DefaultValue("/tenlines") String path,
      @DefaultValue("true") boolean firstUser) {}

  /**
   * Search in the application's own tables.
   *
   * @param draft File, seen from the project directory, into which a start writes what it finds in
   *     the application's tables and entities, all of it hidden. A file that is there is never
   *     touched. Empty for none.
   */
  public record Search(@DefaultValue("") String draft) {}

  /**
   * An address that is told when a deferred request was decided.
   *
   * @param url Where the message is posted to.
   * @param secret Secret that the message is signed with.
   * @param features Names of the features it hears of. All when empty.
   */
  public record Webhook(
      @DefaultValue("") String url,
      @DefaultValue("") String secret,
      @DefaultValue List<String> features) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
      return "Webhook[url=" + url + ", features=" + features + "]";
    }
  }
}
