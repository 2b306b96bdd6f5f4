package dev.tenlines.rules;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelLateFunctionBindings;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.tenlines.TenlinesException;
import dev.tenlines.yaml.Yaml;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Conditions in CEL over {@code input} and {@code fields}, with {@code mentions(…)} and {@code
 * mentionsAll(…)} on every text. CEL always terminates and its patterns are RE2: linear time.
 */
final class Cel {
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(10_000)
          .enableHeterogeneousNumericComparisons(true)
          .build();
  private static final CelCompiler COMPILER =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setOptions(OPTIONS)
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addMacros(variadic("mentions", "_mentionsAny"), variadic("mentionsAll", "_mentionsAll"))
          .addVar("input", SimpleType.STRING)
          .addVar("fields", MapType.create(SimpleType.STRING, SimpleType.DYN))
          .addFunctionDeclarations(overTexts("_mentionsAny"), overTexts("_mentionsAll"))
          .setResultType(SimpleType.BOOL)
          .build();
  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

  private Cel() {}

  /** A compiled condition. */
  interface Condition {
    /** Whether it holds; a missing field makes it not hold. */
    boolean holds(Mentions mentions, Map<String, Object> variables);
  }

  /** A value as CEL knows it: whole numbers are longs and other numbers doubles, at any depth. */
  static Object value(Object value) {
    return switch (value) {
      case Integer n -> n.longValue();
      case Short n -> n.longValue();
      case Byte n -> n.longValue();
      case Float n -> n.doubleValue();
      case BigDecimal n -> n.doubleValue();
      case BigInteger n when n.bitLength() < 64 -> n.longValue();
      case BigInteger n -> n.doubleValue();
      case List<?> list -> list.stream().map(Cel::entry).toList();
      case Map<?, ?> map -> {
        Map<Object, Object> values = new LinkedHashMap<>();
        map.forEach((key, entry) -> values.put(value(key), entry(entry)));
        yield values;
      }
      default -> value;
    };
  }

  private static Object entry(@Nullable Object entry) {
    return entry == null ? NullValue.NULL_VALUE : value(entry);
  }

  /** Compiles a condition that stands in a file. */
  static Condition compile(Yaml when) {
    CelValidationResult result = COMPILER.compile(when.text());
    try {
      CelRuntime.Program program = RUNTIME.createProgram(result.getAst());
      return (mentions, variables) -> holds(program, mentions, variables);
    } catch (CelValidationException e) {
      throw refused(when, result.getErrors().getFirst());
    } catch (CelEvaluationException e) {
      throw new TenlinesException(
          "TL-121",
          "The rule ("
              + when.text()
              + ") at "
              + when.place()
              + " is not usable: "
              + e.getMessage()
              + ".",
          "Maybe simplify it.");
    }
  }

  // The bindings live for this one evaluation and never leave the thread.
  @SuppressWarnings("Immutable")
  private static boolean holds(
      CelRuntime.Program program, Mentions mentions, Map<String, Object> variables) {
    try {
      CelLateFunctionBindings bindings =
          CelLateFunctionBindings.from(
              CelFunctionBinding.from(
                  "_mentionsAny_string", String.class, List.class, mentions::any),
              CelFunctionBinding.from(
                  "_mentionsAll_string", String.class, List.class, mentions::all));
      return Boolean.TRUE.equals(program.eval(variables, bindings));
    } catch (CelEvaluationException e) {
      // CEL has no truth for an absent field or a field of another type: such a line does not
      // match.
      return false;
    }
  }

  private static TenlinesException refused(Yaml when, CelIssue issue) {
    String place =
        when.place(issue.getSourceLocation().getLine(), issue.getSourceLocation().getColumn());
    return new TenlinesException(
        "TL-120",
        "The rule ("
            + when.text()
            + ") at "
            + place
            + " is not a condition: "
            + issue.getMessage()
            + ".",
        "Maybe write input.mentions(\"word\", \"a phrase\") or fields.name == \"value\".");
  }

  private static CelMacro variadic(String name, String function) {
    return CelMacro.newReceiverVarArgMacro(
        name,
        (factory, target, arguments) ->
            Optional.of(factory.newReceiverCall(function, target, factory.newList(arguments))));
  }

  private static CelFunctionDecl overTexts(String function) {
    return CelFunctionDecl.newFunctionDeclaration(
        function,
        CelOverloadDecl.newMemberOverload(
            function + "_string",
            SimpleType.BOOL,
            SimpleType.STRING,
            ListType.create(SimpleType.STRING)));
  }
}
