package dev.tenlines.model;

import java.util.List;

/**
 * What a model can take.
 *
 * @param temperature whether a temperature may be sent at all
 * @param effort the levels of thinking it knows, weakest first; empty for none
 * @param schema whether it keeps a JSON schema natively
 * @param caching whether its prompts can be cached on request
 * @param context how many tokens a prompt and its answer may have together
 */
public record Capabilities(
    boolean temperature, List<String> effort, boolean schema, boolean caching, long context) {
  public Capabilities {
    effort = List.copyOf(effort);
  }
}
