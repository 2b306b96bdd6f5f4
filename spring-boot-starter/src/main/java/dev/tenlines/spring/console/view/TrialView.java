package dev.tenlines.spring.console.view;

import java.util.List;

/**
 * What a trial found, as its page shows it.
 *
 * @param advice what it means, one sentence each
 * @param facts about the file and how it was split, one line each
 * @param again the command that does the same and keeps the result
 */
public record TrialView(
    String file,
    List<String> advice,
    List<String> facts,
    Table rules,
    Table rungs,
    Table certificates,
    Table labels,
    Table confusions,
    String again) {

  /** A trial that runs: what it does, and how far it is. */
  public record Running(String file, String step, int done, int total) {}
}
