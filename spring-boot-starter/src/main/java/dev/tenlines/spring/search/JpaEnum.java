package dev.tenlines.spring.search;

import dev.tenlines.catalog.Naming;
import dev.tenlines.schema.Schema;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import java.lang.reflect.AnnotatedElement;
import java.sql.Types;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the values of a column mean that holds an enumeration. */
final class JpaEnum {
  private JpaEnum() {}

  /**
   * The column with its values: those of texts are the only ones, numbers are explained in its
   * remarks. Where a converter decides what stands in the rows, nothing is said.
   */
  static Schema.Column told(Schema.Column column, Class<?> type, AnnotatedElement member) {
    List<String> names = names(type);
    if (names.isEmpty() || isConverted(type, member) || isNumber(column) != isOrdinal(member)) {
      return column;
    }
    if (!isNumber(column)) {
      return names.containsAll(column.seen().values()) ? column.withAllowed(names) : column;
    }
    String meant =
        String.join(
            ", ",
            IntStream.range(0, names.size())
                .mapToObj(i -> i + " for " + Naming.phrase(names.get(i)))
                .toList());
    return column.withRemarks(column.remarks().isEmpty() ? meant : column.remarks() + ". " + meant);
  }

  private static List<String> names(Class<?> type) {
    Object[] constants = type.getEnumConstants();
    return constants == null
        ? List.of()
        : Stream.of(constants).map(constant -> ((Enum<?>) constant).name()).toList();
  }

  private static boolean isConverted(Class<?> type, AnnotatedElement member) {
    return member.isAnnotationPresent(Convert.class)
        || Stream.of(type.getDeclaredFields())
            .anyMatch(field -> field.isAnnotationPresent(EnumeratedValue.class));
  }

  private static boolean isOrdinal(AnnotatedElement member) {
    Enumerated said = member.getAnnotation(Enumerated.class);
    return said == null || said.value() == EnumType.ORDINAL;
  }

  private static boolean isNumber(Schema.Column column) {
    return switch (column.sqlType()) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC -> true;
      default -> false;
    };
  }
}
