package dev.tenlines.model;

import dev.tenlines.yaml.Yaml;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a provider is spoken to. */
public enum Dialect {
  ANTHROPIC("https://api.anthropic.com", "ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL"),
  OPENAI("https://api.openai.com/v1", "OPENAI_API_KEY", "OPENAI_BASE_URL"),
  GEMINI("https://generativelanguage.googleapis.com", "GEMINI_API_KEY", "GEMINI_BASE_URL"),
  OLLAMA("http://127.0.0.1:11434", null, "OLLAMA_BASE_URL");

  private final URI home;
  private final @Nullable String keyVariable;
  private final String urlVariable;

  Dialect(String home, @Nullable String keyVariable, String urlVariable) {
    this.home = URI.create(home);
    this.keyVariable = keyVariable;
    this.urlVariable = urlVariable;
  }

  /**
   * The dialect that a value of a file names.
   *
   * @param within what the value stands in, for the message when it is missing
   */
  public static Dialect of(Yaml within, @Nullable Yaml value) {
    if (value == null) {
      throw within.wrong("must have a provider");
    }
    for (Dialect dialect : values()) {
      if (dialect.name().toLowerCase(Locale.ROOT).equals(value.text())) {
        return dialect;
      }
    }
    throw value.wrong("must be one of: anthropic, openai, gemini, ollama");
  }

  /** Where the provider itself is. */
  public URI home() {
    return home;
  }

  /** The environment variable that holds the key, or null where none is needed. */
  public @Nullable String keyVariable() {
    return keyVariable;
  }

  /** The environment variable that holds another address. */
  public String urlVariable() {
    return urlVariable;
  }
}
