package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.kernel.KernelFactory;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.op.BatchNormalization;
import dev.webnn4j.op.Cast;
import dev.webnn4j.op.Concat;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.ConvTranspose2d;
import dev.webnn4j.op.CumulativeSum;
import dev.webnn4j.op.DequantizeLinear;
import dev.webnn4j.op.FakeQuantize;
import dev.webnn4j.op.Gather;
import dev.webnn4j.op.GatherElements;
import dev.webnn4j.op.GatherNd;
import dev.webnn4j.op.Gemm;
import dev.webnn4j.op.GroupConv2d;
import dev.webnn4j.op.InstanceNormalization;
import dev.webnn4j.op.LayerNormalization;
import dev.webnn4j.op.Matmul;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Pad;
import dev.webnn4j.op.QuantizeLinear;
import dev.webnn4j.op.Resample2d;
import dev.webnn4j.op.Reshape;
import dev.webnn4j.op.ScatterElements;
import dev.webnn4j.op.ScatterNd;
import dev.webnn4j.op.Softmax;
import dev.webnn4j.op.Split;
import dev.webnn4j.op.Triangular;
import dev.webnn4j.op.Where;
import java.util.HashMap;
import java.util.Map;

/**
 * The scalar tier: a kernel for every operator that does not stand for others, for any data type
 * and any shape. None refuses; a test holds the table against the catalogue. Scratch rows are Java
 * arrays, made with the kernel, one for each worker.
 */
public final class ScalarKernels {
  private static final Map<Operator, KernelFactory> FACTORIES = table();

  private ScalarKernels() {}

  public static Map<Operator, KernelFactory> factories() {
    return FACTORIES;
  }

  private static Map<Operator, KernelFactory> table() {
    Map<Operator, KernelFactory> table = new HashMap<>();
    table.putAll(UnaryKernels.factories());
    table.putAll(BinaryKernels.factories());
    table.putAll(LogicalKernels.factories());
    table.putAll(ArgMinMaxKernel.factories());
    table.putAll(PoolingKernel.factories());
    table.putAll(StridedCopyKernel.factories());
    table.putAll(RecurrentKernel.factories());
    table.putAll(ReductionKernel.factories());
    table.put(BatchNormalization.OPERATOR, BatchNormalizationKernel::offer);
    table.put(Cast.OPERATOR, CastKernel::offer);
    table.put(Concat.OPERATOR, ConcatKernel::offer);
    table.put(Conv2d.OPERATOR, ConvolutionKernel::conv2d);
    table.put(ConvTranspose2d.OPERATOR, TransposedConvolutionKernel::offer);
    table.put(Convolution.OPERATOR, ConvolutionKernel::convolution);
    table.put(DequantizeLinear.OPERATOR, DequantizeKernel::offer);
    table.put(CumulativeSum.OPERATOR, CumulativeSums::offer);
    table.put(FakeQuantize.OPERATOR, FakeQuantizeKernel::offer);
    table.put(Gather.OPERATOR, GatherKernel::offer);
    table.put(GatherElements.OPERATOR, GatherElementsKernel::offer);
    table.put(GatherNd.OPERATOR, GatherNdKernel::offer);
    table.put(Gemm.OPERATOR, MatrixKernel::gemm);
    table.put(GroupConv2d.OPERATOR, ConvolutionKernel::groupConv2d);
    table.put(InstanceNormalization.OPERATOR, NormalizationKernel::instance);
    table.put(LayerNormalization.OPERATOR, NormalizationKernel::layer);
    table.put(Matmul.OPERATOR, MatrixKernel::matmul);
    table.put(Pad.OPERATOR, PadKernel::offer);
    table.put(QuantizeLinear.OPERATOR, QuantizeKernel::offer);
    table.put(Resample2d.OPERATOR, ResampleKernel::offer);
    table.put(Reshape.OPERATOR, CopyKernel::offer);
    table.put(ScatterElements.OPERATOR, ScatterElementsKernel::offer);
    table.put(ScatterNd.OPERATOR, ScatterNdKernel::offer);
    table.put(Softmax.OPERATOR, SoftmaxKernel::offer);
    table.put(Split.OPERATOR, SplitKernel::offer);
    table.put(Triangular.OPERATOR, TriangularKernel::offer);
    table.put(Where.OPERATOR, WhereKernel::offer);
    return Map.copyOf(table);
  }
}
