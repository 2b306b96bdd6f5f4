package dev.tenlines.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.faults.Cell.Asking;
import dev.tenlines.faults.Cell.Mode;
import dev.tenlines.mock.Fault;
import dev.tenlines.model.Books;
import dev.tenlines.model.Dialect;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault of the catalogue, met whole, streamed and by many at once, through every dialect and
 * by every feature that asks models: each ends as {@link Declared} says, in time, and leaves
 * nothing behind. A quarter of the cells, all faults and modes among them; {@code
 * -Dtenlines.faults=all} plays all, {@code -Dtenlines.faults=S08} those of one fault.
 */
class FaultMatrixTest {
  private static final String WANTED = System.getProperty("tenlines.faults", "");
  private static final int AT_ONCE = 4;

  @TempDir private Path directory;

  @Test
  void everyFault_endsAsDeclared_inTime_andLeavesNothing() throws Exception {
    long before = clients();
    List<Cell> cells = cells();
    List<String> wrong = new ArrayList<>();
    int passed = 0;
    try (Books books = new Books(directory, Clock.systemUTC());
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<List<String>>> played = new ArrayList<>();
      for (Cell cell : cells) {
        played.add(threads.submit(() -> cell.play(books, Clock.systemUTC())));
      }
      for (Future<List<String>> one : played) {
        wrong.addAll(one.get());
        passed += one.get().isEmpty() ? 1 : 0;
      }
    }
    System.out.println("faults: " + passed + " of " + cells.size() + " cells passed");
    wrong.forEach(System.out::println);

    assertThat(wrong).isEmpty();
    assertThat(cells.size()).isGreaterThan(WANTED.isEmpty() ? 300 : 0);
    assertThat(gone(before)).as("threads of clients that were closed").isTrue();
  }

  private static List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    int number = 0;
    for (Fault fault : Fault.values()) {
      for (Mode mode : Mode.values()) {
        if (mode == Mode.WHOLE && fault.streamOnly()) {
          continue;
        }
        number++;
        for (Dialect dialect : Dialect.values()) {
          for (Asking feature : Asking.values()) {
            Cell cell = new Cell(fault, mode, dialect, feature);
            if (wanted(cell, number)) {
              cells.add(cell);
            }
          }
        }
      }
    }
    return cells;
  }

  /** In a short run each fault and mode meets two dialects in turn, one by each feature. */
  private static boolean wanted(Cell cell, int number) {
    if (WANTED.isEmpty()) {
      int turn = number + (cell.feature() == Asking.DRAFT ? 2 : 0);
      return cell.dialect().ordinal() == turn % Dialect.values().length;
    }
    return WANTED.equals("all") || WANTED.equals(cell.fault().id());
  }

  /** Each open HTTP client has one thread of the platform. */
  private static long clients() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("HttpClient-"))
        .count();
  }

  private static boolean gone(long before) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (clients() > before && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return clients() <= before;
  }
}
