package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Activation;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.ElementwiseUnary;
import java.util.Optional;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The element-wise functions of one operand that vectors can compute. Not among them: those that
 * need an error function or rounding, which the Vector API does not have.
 */
enum UnaryFunction {
  ABS,
  CLAMP,
  COS,
  ELU,
  EXP,
  HARD_SIGMOID,
  HARD_SWISH,
  IDENTITY,
  LEAKY_RELU,
  LINEAR,
  LOG,
  NEG,
  RECIPROCAL,
  RELU,
  SIGMOID,
  SIN,
  SOFTPLUS,
  SOFTSIGN,
  SQRT,
  TAN,
  TANH;

  /** A function with its parameters, which are the bounds of a clamp. */
  record Applied(UnaryFunction function, float alpha, float beta) {
    FloatVector apply(FloatVector x) {
      return switch (function) {
        case ABS -> x.abs();
        case CLAMP -> x.max(alpha).min(beta);
        case COS -> x.lanewise(VectorOperators.COS);
        case ELU ->
            x.min(0)
                .lanewise(VectorOperators.EXPM1)
                .mul(alpha)
                .blend(x, x.compare(VectorOperators.GT, 0));
        case EXP -> x.lanewise(VectorOperators.EXP);
        case HARD_SIGMOID -> x.mul(alpha).add(beta).max(0).min(1);
        // Divided first: six times a large number would overflow.
        case HARD_SWISH -> x.mul(x.add(3).max(0).min(6).div(6));
        case IDENTITY -> x;
        case LEAKY_RELU -> x.blend(x.mul(alpha), x.compare(VectorOperators.LT, 0));
        case LINEAR -> x.mul(alpha).add(beta);
        case LOG -> x.lanewise(VectorOperators.LOG);
        case NEG -> x.neg();
        case RECIPROCAL -> Lanes.broadcast(1f).div(x);
        case RELU -> x.max(0);
        case SIGMOID -> Lanes.broadcast(1f).div(x.neg().lanewise(VectorOperators.EXP).add(1));
        case SIN -> x.lanewise(VectorOperators.SIN);
        case SOFTPLUS ->
            x.max(0)
                .add(x.abs().neg().lanewise(VectorOperators.EXP).lanewise(VectorOperators.LOG1P));
        case SOFTSIGN -> x.div(x.abs().add(1));
        case SQRT -> x.sqrt();
        case TAN -> x.lanewise(VectorOperators.TAN);
        case TANH -> x.lanewise(VectorOperators.TANH);
      };
    }
  }

  /** The function of a node, if vectors can compute it. */
  static Optional<Applied> of(Node node) {
    if (node.operator() == Clamp.OPERATOR) {
      MLOperandDataType type = node.result().type().dataType();
      return Optional.of(
          new Applied(
              CLAMP,
              (float) Clamp.min(node.attributes(), type).doubleValue(),
              (float) Clamp.max(node.attributes(), type).doubleValue()));
    }
    Optional<Activation> activation = Activation.of(node.operator());
    if (activation.isPresent()) {
      float alpha = node.get(activation.get().alpha()).floatValue();
      float beta = activation.get().beta().map(b -> node.get(b).floatValue()).orElse(0f);
      return find(activation.get()).map(function -> new Applied(function, alpha, beta));
    }
    return ElementwiseUnary.of(node.operator())
        .flatMap(UnaryFunction::find)
        .map(function -> new Applied(function, 0, 0));
  }

  /** The constant that bears the same name as one of the catalogue. */
  private static Optional<UnaryFunction> find(Enum<?> declared) {
    for (UnaryFunction function : values()) {
      if (function.name().equals(declared.name())) {
        return Optional.of(function);
      }
    }
    return Optional.empty();
  }
}
