package dev.webnn4j.backend.reference;

import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.op.Blocks;
import dev.webnn4j.op.DequantizeLinear;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.QuantizeLinear;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/** Between floats and the integers that stand for them. */
final class ReferenceQuantization {
  private ReferenceQuantization() {}

  static Map<Operator, ReferenceFunction> functions() {
    return Map.of(
        DequantizeLinear.OPERATOR, ReferenceQuantization::dequantize,
        QuantizeLinear.OPERATOR, ReferenceQuantization::quantize);
  }

  private static Tensor dequantize(ReferenceCall call) {
    Blocks blocks = DequantizeLinear.blocks(call.node().call());
    Tensor input = call.tensor(DequantizeLinear.INPUT);
    Tensor scale = call.tensor(DequantizeLinear.SCALE);
    Tensor zeroPoint = call.tensor(DequantizeLinear.ZERO_POINT);
    return Tensor.ofReals(
        call.resultType(),
        i -> {
          int block = Places.broadcast(blocks.parameters(), blocks.elements(), i);
          return (input.integer(i) - zeroPoint.integer(block)) * scale.real(block);
        });
  }

  private static Tensor quantize(ReferenceCall call) {
    Blocks blocks = QuantizeLinear.blocks(call.node().call());
    Tensor input = call.tensor(QuantizeLinear.INPUT);
    Tensor scale = call.tensor(QuantizeLinear.SCALE);
    Tensor zeroPoint = call.tensor(QuantizeLinear.ZERO_POINT);
    return Tensor.ofIntegers(
        call.resultType(),
        i -> {
          int block = Places.broadcast(blocks.parameters(), blocks.elements(), i);
          double steps = Math.rint(input.real(i) / scale.real(block));
          return saturate(call.resultType().dataType(), steps, zeroPoint.integer(block));
        });
  }

  private static long saturate(MLOperandDataType type, double steps, long zeroPoint) {
    if (Double.isFinite(steps)) {
      BigInteger exact = new BigDecimal(steps).toBigInteger().add(BigInteger.valueOf(zeroPoint));
      return MLNumber.of(exact).castTo(type).longValue();
    }
    return Double.isNaN(steps) ? 0 : MLNumber.of(steps).castTo(type).longValue();
  }
}
