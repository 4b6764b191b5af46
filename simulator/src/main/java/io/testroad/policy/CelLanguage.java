package io.testroad.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The expression language of rules: CEL with the facts, the parameters and our functions. */
final class CelLanguage {

  /** What parameters' names begin with. */
  static final String PARAMETERS = "parameters.";

  /** All functions and operators. */
  static final List<CelFunctions.Overload> OVERLOADS = CelFunctions.create();

  /** How many characters an expression may have. */
  static final int MAX_LENGTH = 10_000;

  /** How deep an expression may nest. */
  static final int MAX_DEPTH = 50;

  /** How many rounds the loops of one evaluation may have, those of loops in loops included. */
  static final int MAX_ROUNDS = 20_000;

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(MAX_LENGTH)
          .maxParseRecursionDepth(MAX_DEPTH)
          .comprehensionMaxIterations(MAX_ROUNDS)
          .build();

  private CelLanguage() {}

  /** Built at the first evaluation: checking a pack needs no runtime. */
  private static final class Interpreter {
    static final CelRuntime INSTANCE =
        CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .addFunctionBindings(bindings())
            .build();
  }

  /** A compiler that knows these facts and parameters. */
  static CelCompiler compiler(Collection<Fact> facts, Collection<Parameter> parameters) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardMacros(CelStandardMacro.ALL, CelStandardMacro.EXISTS)
            .addFunctionDeclarations(declarations());
    facts.forEach(fact -> builder.addVar(fact.name(), celType(fact.type())));
    parameters.forEach(p -> builder.addVar(PARAMETERS + p.name(), celType(p.type())));
    return builder.build();
  }

  /**
   * Loads the classes that parse and check expressions, which takes a third of a second when the
   * program starts; best done while files are read.
   */
  static void load() {
    CelCompiler compiler = compiler(Vocabulary.facts(), List.of());
    CelValidationResult parsed = compiler.parse("vehicle.mode != 'manual' && size(['']) > 0");
    try {
      compiler.check(parsed.getAst());
    } catch (CelValidationException e) {
      throw new IllegalStateException("CEL can't be loaded", e);
    }
  }

  /** The program of a checked expression. */
  static CelRuntime.Program program(CelAbstractSyntaxTree checked) {
    try {
      return Interpreter.INSTANCE.createProgram(checked);
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("a checked expression can't be run", e);
    }
  }

  static CelType celType(FactType type) {
    return switch (type) {
      case STRING -> SimpleType.STRING;
      case INT -> SimpleType.INT;
      case DOUBLE -> SimpleType.DOUBLE;
      case BOOL -> SimpleType.BOOL;
      case TIMESTAMP -> SimpleType.TIMESTAMP;
      case STRING_LIST -> ListType.create(SimpleType.STRING);
    };
  }

  private static List<CelFunctionDecl> declarations() {
    Map<String, List<CelOverloadDecl>> byFunction = new LinkedHashMap<>();
    for (CelFunctions.Overload overload : OVERLOADS) {
      byFunction
          .computeIfAbsent(overload.function(), f -> new ArrayList<>())
          .add(
              overload.member()
                  ? CelOverloadDecl.newMemberOverload(
                      overload.id(), overload.result(), overload.parameters())
                  : CelOverloadDecl.newGlobalOverload(
                      overload.id(), overload.result(), overload.parameters()));
    }
    return byFunction.entrySet().stream()
        .map(entry -> CelFunctionDecl.newFunctionDeclaration(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static List<CelFunctionBinding> bindings() {
    List<CelFunctionBinding> bindings = new ArrayList<>();
    for (CelFunctions.Overload overload : OVERLOADS) {
      if (overload.body() != null) {
        List<Class<?>> classes = new ArrayList<>();
        overload.parameters().forEach(type -> classes.add(javaClass(type)));
        bindings.add(CelFunctionBinding.from(overload.id(), classes, overload.body()));
      }
    }
    return bindings;
  }

  private static Class<?> javaClass(CelType type) {
    return switch (type.kind()) {
      case BOOL -> Boolean.class;
      case INT -> Long.class;
      case DOUBLE -> Double.class;
      case STRING -> String.class;
      case TIMESTAMP -> Instant.class;
      case DURATION -> Duration.class;
      case LIST -> List.class;
      default -> Object.class;
    };
  }
}
