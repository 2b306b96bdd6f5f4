package dev.tenlines.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A value of a question. It is bound, never written into a statement. */
public sealed interface Literal {
  record Text(String text) implements Literal {}

  @SuppressWarnings("AvoidCommonTypeNames") // it is one, among literals
  record Number(BigDecimal number) implements Literal {}

  record Truth(boolean truth) implements Literal {}

  record Day(LocalDate day) implements Literal {}

  /** A moment as the database writes it, in the zone of the asker's question. */
  record Moment(LocalDateTime moment) implements Literal {}
}
