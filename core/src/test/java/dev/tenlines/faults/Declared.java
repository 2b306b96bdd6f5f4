package dev.tenlines.faults;

import static dev.tenlines.model.Dialect.ANTHROPIC;
import static dev.tenlines.model.Dialect.OLLAMA;
import static dev.tenlines.model.Dialect.OPENAI;

import dev.tenlines.faults.Cell.Mode;
import dev.tenlines.mock.Fault;
import dev.tenlines.model.Dialect;
import dev.tenlines.model.Failure;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may come of each fault that does not pass: the table that the matrix is held against. Where
 * a fault has several forms, or the clock decides, more than one thing may.
 */
final class Declared {
  /** The whole answer, word for word. */
  static final String RIGHT = "RIGHT";

  /** A whole answer with other words than a healthy one: the checks of the feature decide. */
  static final String ODD = "ODD";

  private Declared() {}

  static Set<String> of(Cell cell) {
    Set<String> declared =
        new TreeSet<>(Set.of(outcomes(cell.fault(), cell.mode(), cell.dialect())));
    if (cell.mode() == Mode.BULK) {
      if (cell.fault().streamOnly()) {
        declared.add(RIGHT); // Every second one is no stream.
      } else {
        Cell whole = new Cell(cell.fault(), Mode.WHOLE, cell.dialect(), cell.feature());
        declared.addAll(Set.of(outcomes(whole.fault(), whole.mode(), whole.dialect())));
      }
      if (heavy(cell.fault())) {
        declared.add("UNREACHABLE"); // So much at once leaves a busy machine no time to connect.
      }
      // Many that fail open the breaker, and the others are not sent.
      for (Failure failure : EnumSet.complementOf(EnumSet.of(Failure.CANCELLED))) {
        if (declared.contains(failure.name()) && opens(failure)) {
          declared.add(Failure.OVERLOADED.name());
        }
      }
    }
    return declared;
  }

  /** Whether it sends so much that many at once keep a small machine busy. */
  static boolean heavy(Fault fault) {
    return fault == Fault.C16 || fault == Fault.C17 || fault == Fault.E14;
  }

  private static boolean opens(Failure failure) {
    return switch (failure) {
      case EMPTY, INVALID, TIMEOUT, UNREACHABLE, OVERLOADED, EXHAUSTED -> true;
      default -> false;
    };
  }

  private static String[] outcomes(Fault fault, Mode mode, Dialect dialect) {
    boolean stream = mode != Mode.WHOLE;
    return switch (fault) {
      // The system may take the connection that nobody else takes.
      case C03 -> any("UNREACHABLE", "TIMEOUT");
      case C02, C05, C06, P04 -> any("UNREACHABLE");
      case C07 -> any("INVALID");
      // A busy machine does not read so much in time.
      case C17, E14 -> any("INVALID", "TIMEOUT");
      case C08, C09, C10, E16, E20, P02 -> any("TIMEOUT");
      case C12, C15, S20, B12, E07, E08, E10, E11, E12, E13, E15, E19, B11 -> any(RIGHT);
      // Healthy, and longer than the usual answer.
      case C11 -> any(ODD);
      // The end came before the connection broke, or did not.
      case C14 -> stream ? any(RIGHT, "INVALID") : any("INVALID");
      case C16 -> any("INVALID", "TIMEOUT");
      case C18 -> any(RIGHT, "TIMEOUT");
      // A wait that just fits leaves the next call hardly any time.
      case S02, S04 -> any("OVERLOADED", "TIMEOUT");
      case S01, S03, S05, S07, S08, S09, P03 -> any("OVERLOADED");
      case S06 -> dialect == OLLAMA ? any("OVERLOADED") : any("EXHAUSTED");
      case S10, S11, S16 -> any("MISCONFIGURED");
      case S12, S14 -> any("TOO_LONG");
      case S13 -> any("REFUSED");
      case S15 -> any("TIMEOUT", "OVERLOADED");
      case S17, E01, E02 -> dialect == OLLAMA ? any("INVALID") : any("OVERLOADED");
      case S18, S19, B01, B04, B15, E03, E06 -> any("INVALID");
      case B02 -> any("EMPTY", "INVALID");
      case B03 -> any("EMPTY");
      // It knows no refusal: the model just says so.
      case B05 -> dialect == OLLAMA ? any(ODD) : any("REFUSED");
      case B06, B13 -> any("TRUNCATED");
      case B07, B08 -> any(RIGHT, ODD);
      case B09, B10 -> any(ODD);
      // A lone surrogate or a NUL is text; a name twice and a huge number harm nobody.
      case B14 -> any(RIGHT, ODD, "INVALID");
      // Its last line says that it is done, which is enough.
      case E04 -> dialect == OLLAMA ? any(RIGHT) : any("INVALID");
      // The finish reason came in an event of its own before.
      case E05 -> dialect == ANTHROPIC || dialect == OPENAI ? any(RIGHT) : any("INVALID");
      // The text twice in the middle cannot be told from text that is so, or the counts twice.
      case E09 -> any(RIGHT, ODD);
      case P01, P05 -> any(RIGHT, "OVERLOADED");
    };
  }

  private static String[] any(String... outcomes) {
    return outcomes;
  }
}
