package dev.tenlines.ladder;

import dev.tenlines.Request;

/**
 * One request on its way up the ladder.
 *
 * @param id the request's id, {@code r_…}
 * @param feature the feature's name
 * @param deadline when the whole climb has to end
 * @param feed what the caller sees before the outcome
 */
public record Ask(String id, String feature, Request request, Deadline deadline, Feed feed) {

  /** The text to judge. */
  public String input() {
    return request.input();
  }
}
