package dev.webnn4j.backend.docs;

import dev.webnn4j.Limits;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.OperatorCase;
import dev.webnn4j.backend.harness.OperatorCases;
import dev.webnn4j.backend.harness.OperatorGraph;
import dev.webnn4j.backend.java.kernel.KernelTable;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.backend.java.pass.Passes;
import dev.webnn4j.backend.java.plan.Planner;
import dev.webnn4j.backend.java.plan.Step;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Catalogue;
import dev.webnn4j.op.IdlEnum;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Types;
import java.lang.foreign.Arena;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of all operators in the documentation: what the catalogue declares, and what the vector
 * tier takes, which is found out by compiling the random cases of the kernel tests.
 */
final class OperatorTable {
  private static final int CASES = 200;
  private static final KernelTable KERNELS = new KernelTable(Tier.VECTOR);

  private OperatorTable() {}

  static String markdown() {
    StringBuilder text =
        new StringBuilder(
            """
            # Operators

            Made from the operator catalogue by `OperatorTableTest`; not to be edited. `any` means float32, float16,
            int32, uint32, int64, uint64, int8 and uint8. An asterisk marks what may be left out.
            The scalar tier takes everything in the table. The last column says which data types of the first operand
            the vector tier takes too, in the ordinary cases; the others run in the scalar tier.

            | Operator | Operands | Results | Parameters and options | Vector tier |
            | --- | --- | --- | --- | --- |
            """);
    operators(false).forEach(operator -> text.append(row(operator)));
    text.append(
        """

        ## Extensions

        Not in the specification; for networks quantised with OpenVINO.

        | Operator | Operands | Results | Parameters and options | Vector tier |
        | --- | --- | --- | --- | --- |
        """);
    operators(true).forEach(operator -> text.append(row(operator)));
    return text.toString();
  }

  private static Stream<Operator> operators(boolean extensions) {
    return Catalogue.operators().stream()
        .filter(operator -> operator.isExtension() == extensions)
        .sorted(Comparator.comparing(Operator::name));
  }

  private static String row(Operator operator) {
    return Stream.of(
            "`" + operator.name() + "`",
            slots(operator.operands()),
            slots(operator.outputs()),
            operator.attributes().stream()
                .map(OperatorTable::attribute)
                .collect(Collectors.joining(", ")),
            types(takenByVectors(operator)))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String slots(List<OperandSlot> slots) {
    return slots.stream().map(OperatorTable::slot).collect(Collectors.joining("; "));
  }

  private static String slot(OperandSlot slot) {
    String several = slot.kind() == OperandSlot.Kind.VARIADIC ? "..." : "";
    String optional = slot.isOptional() ? "*" : "";
    String types = slot.sameTypeAs().map(other -> "as " + other).orElse(types(slot.types()));
    return slot.name() + several + optional + " " + types + ", " + ranks(slot);
  }

  private static String ranks(OperandSlot slot) {
    if (slot.minRank() == slot.maxRank()) {
      return "rank " + slot.minRank();
    }
    return slot.minRank() == 0 && slot.maxRank() == Limits.MAX_RANK
        ? "any rank"
        : "rank " + slot.minRank() + "–" + slot.maxRank();
  }

  private static String types(Set<MLOperandDataType> types) {
    if (types.isEmpty()) {
      return "–";
    }
    return types.equals(Types.ANY)
        ? "any"
        : types.stream().map(MLOperandDataType::idlName).collect(Collectors.joining("/"));
  }

  private static String attribute(Attribute<?> attribute) {
    String name = attribute.name() + (attribute.isRequired() ? "" : "*");
    return attribute.defaultValue().map(value -> name + " = " + show(value)).orElse(name);
  }

  private static String show(Object value) {
    return value instanceof IdlEnum constant ? constant.idlName() : value.toString();
  }

  /** The data types of first operands with which a compiled graph runs in the vector tier. */
  private static Set<MLOperandDataType> takenByVectors(Operator operator) {
    Set<MLOperandDataType> taken = EnumSet.noneOf(MLOperandDataType.class);
    for (int seed = 0; seed < CASES; seed++) {
      OperatorCase test = OperatorCases.generators().get(operator).generate(new Draw(seed));
      MLOperandDataType type = test.node().operands().flat().getFirst().type().dataType();
      if (!taken.contains(type) && runsInVectors(test)) {
        taken.add(type);
      }
    }
    return taken;
  }

  /** Whether what the compiler makes of a node runs in the vector tier. */
  private static boolean runsInVectors(OperatorCase test) {
    try (Arena arena = Arena.ofConfined()) {
      // What is behind its first operand is constant, as weights are.
      Graph graph = OperatorGraph.of(test, operand -> operand > 0, arena).graph();
      Graph optimized = new Passes(new Passes.Target(Tier.VECTOR, 1)).apply(graph);
      return new Planner(optimized, KERNELS, Optional.empty(), 1, arena)
          .plan().steps().stream()
              .filter(step -> step.node().operator() == test.node().operator() || isLowered(step))
              .anyMatch(step -> step.choice().tier() == Tier.VECTOR);
    }
  }

  /** Whether a step stands for operators that no kernel of the vector tier has under their name. */
  private static boolean isLowered(Step step) {
    return step.node().operator() == Convolution.OPERATOR;
  }
}
