package dev.tenlines.mock;

import dev.tenlines.TenlinesException;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What can go wrong with a provider, by the ids of the catalogue.
 *
 * <p>Left out because a plain HTTP/1.1 server on loopback cannot play them: {@code C01} (the host's
 * name does not resolve), {@code C04} (a bad certificate) and {@code C13} (HTTP/2). {@code E17} and
 * {@code E18} are things that a client does.
 *
 * <p>A fault with several forms plays them in turn, the first form first. One that only a stream
 * can have leaves whole answers good. {@code P01} to {@code P05} are phases of {@value
 * Phases#LENGTH} requests each, so that they do not depend on a clock.
 */
public enum Fault {
  C02("the port refuses connections for half a second; always: until another script", Form.PORT),
  C03("connecting hangs for five seconds; always: until another script", Form.PORT),
  C05("the connection is closed without a byte"),
  C06("the connection is reset after the request was read"),
  C07("200 and headers, then garbage, then closed"),
  C08("the request is read and nothing ever comes"),
  C09("200 and headers, then silence for ever"),
  C10("one byte each second, or each pace"),
  C11("healthy but slow: 300 tokens, one each second, or as paced", Form.STREAM),
  C12("a good answer, then the connection is closed | or at the next request on it", 2),
  C14("Content-Length larger than the body | a broken chunk frame", 2),
  C15("the last event comes, but the body never ends", Form.STREAM),
  C16("the body never ends"),
  C17("a damaged gzip body | one that unpacks to a gigabyte", 2),
  C18("one kilobyte each second"),

  S01("429 with Retry-After in seconds"),
  S02("429 with Retry-After as a date: ahead | past | in the year 9999", 3),
  S03("429 with Retry-After: 0 | -1 | NaN | 1e12", 4),
  S04("429 with retry-after-ms | with reset headers, for Gemini RetryInfo, alone", 2),
  S05("429 without any header"),
  S06("429 that means money: no credit left"),
  S07("529 overloaded"),
  S08("500 | 502 | 503 | 504", 4),
  S09("an HTML page with 502 | 520 | 521 | 524", 4),
  S10("401 | 403: the key was revoked", 2),
  S11("404: the model was retired"),
  S12("400: the prompt is longer than the context"),
  S13("400: the prompt was blocked by policy"),
  S14("413: the request is too large"),
  S15("408 | 409", 2),
  S16("307 | 308 to another host name, which is this mock as localhost", 2),
  S17("200 with an error as its body"),
  S18("200 with an HTML page"),
  S19("200 with an empty body"),
  S20("a good answer with a header of 64 KB | with 200 headers", 2),

  B01("JSON cut in the middle"),
  B02("the answer's content is missing | null | []", 3),
  B03("a normal end without any text"),
  B04("an end for a reason that nobody knows"),
  B05("a refusal | the dialect's other refusal", 2),
  B06("stopped by length"),
  B07("the text in a code fence | after an opening fence alone | amid prose", 3),
  B08("JSON of another schema: a field missing | of a wrong type | too many", 3),
  B09("a label outside the enum | in other case | in another language", 3),
  B10("an invented number and quote"),
  B11("usage missing | zero | negative | with a wrong total", 4),
  B12("another model answers than was asked"),
  B13("all tokens are spent on thinking"),
  B14("a lone surrogate | a NUL | 1e400 | a name twice | 10,000 levels deep", 5),
  B15("a call of a tool that nobody offered"),

  E01("an error event before any text", Form.STREAM),
  E02("an error event after three pieces of text", Form.STREAM),
  E03("the stream ends without its last events", Form.STREAM),
  E04("the stream ends well but never said why", Form.STREAM),
  E05("the last event is cut, then a clean end | then closed", Form.STREAM, 2),
  E06("one event is not JSON", Form.STREAM),
  E07("every byte comes alone", Form.STREAM),
  E08("comments, pings, empty and null events in between", Form.STREAM),
  E09("a piece of text comes twice | the counts come twice", Form.STREAM, 2),
  E10("blocks or candidates are interleaved", Form.STREAM),
  E11("counts come several times, each the sum so far", Form.STREAM),
  E12("counts in the last event alone, asked for or not | never", Form.STREAM, 2),
  E13(
      "lines end in CR | in CRLF | byte order mark | data in two lines | unknown events",
      Form.STREAM,
      5),
  E14("one event of 10 MB", Form.STREAM),
  E15("events after the last one", Form.STREAM),
  E16("silence after three pieces of text", Form.STREAM),
  E19("the preamble comes twice", Form.STREAM),
  E20("thoughts alone, then silence", Form.STREAM),

  P01("brown-out: 30 % of a phase fail with 5xx", Form.PHASE),
  P02("slow: a phase of answers that take ten times as long", Form.PHASE),
  P03("outage: a phase of 503, then back", Form.PHASE),
  P04("everything down: a phase of connections closed without a byte", Form.PHASE),
  P05("flapping: a phase of five 503 and five good answers in turn", Form.PHASE);

  /** What a fault needs to be played. */
  private enum Form {
    ANY,
    STREAM,
    PORT,
    PHASE
  }

  private final String what;
  private final Form form;
  private final int variants;

  Fault(String what) {
    this(what, Form.ANY, 1);
  }

  Fault(String what, int variants) {
    this(what, Form.ANY, variants);
  }

  Fault(String what, Form form) {
    this(what, form, 1);
  }

  Fault(String what, Form form, int variants) {
    this.what = what;
    this.form = form;
    this.variants = variants;
  }

  /** The fault with this id. */
  public static Fault of(String id) {
    String wanted = id.strip().toUpperCase(Locale.ROOT);
    return Stream.of(values())
        .filter(fault -> fault.name().equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new TenlinesException(
                "TL-320",
                "The fault (" + wanted + ") is not known.",
                "Maybe see mock --list for those there are."));
  }

  /** Faults of a kind, in their order. */
  static Stream<Fault> all(Predicate<Fault> wanted) {
    return Stream.of(values()).filter(wanted);
  }

  /** Its id in the catalogue, {@code S01}. */
  public String id() {
    return name();
  }

  /** What happens; its forms are divided by {@code |}. */
  public String what() {
    return what;
  }

  /** How many forms it has. */
  public int variants() {
    return variants;
  }

  /** Whether only a stream can have it. */
  public boolean streamOnly() {
    return form == Form.STREAM;
  }

  /** Whether it lasts for many requests. */
  public boolean phase() {
    return form == Form.PHASE;
  }

  /** Whether it happens to the port, before a request could be sent. */
  public boolean port() {
    return form == Form.PORT;
  }
}
