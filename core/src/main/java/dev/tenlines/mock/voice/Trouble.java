package dev.tenlines.mock.voice;

/** What a provider complains of; each dialect has its own words for it. */
public enum Trouble {
  BAD(400, "The request is not well formed."),
  CONTEXT(400, "prompt is too long: 1200000 tokens > 1000000 maximum"),
  POLICY(400, "The prompt was blocked by our content policy."),
  KEY(401, "The API key is missing or not valid."),
  PERMISSION(403, "Your API key has no permission to use this model."),
  MODEL(404, "The model does not exist or was retired."),
  PATH(404, "There is nothing at this path."),
  METHOD(405, "This path takes POST alone."),
  TIMEOUT(408, "The request took too long to arrive."),
  CONFLICT(409, "The request conflicts with another one."),
  LARGE(413, "The request is larger than the maximum size."),
  RATE(429, "Too many requests. Slow down."),
  MONEY(429, "You exceeded your current quota: check your plan and billing details."),
  SERVER(500, "Something went wrong on our side."),
  GATEWAY(502, "Bad gateway."),
  UNAVAILABLE(503, "The service is not available at the moment."),
  SLOW(504, "The upstream did not answer in time."),
  OVERLOADED(529, "Overloaded");

  private final int status;
  private final String said;

  Trouble(int status, String said) {
    this.status = status;
    this.said = said;
  }

  /** The HTTP status it comes with. */
  public int status() {
    return status;
  }

  /** The usual message. */
  public String said() {
    return said;
  }
}
