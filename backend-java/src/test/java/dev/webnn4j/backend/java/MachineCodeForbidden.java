package dev.webnn4j.backend.java;

import dev.webnn4j.ML;
import dev.webnn4j.MLContext;
import dev.webnn4j.MLGraph;
import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.MLTensor;
import dev.webnn4j.MLTensorDescriptor;
import dev.webnn4j.spi.StepProfile;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Map;

/**
 * A process that forbids itself memory that becomes executable, as hardened systems do, and then
 * multiplies two matrices: the other side of {@link MachineCodeForbiddenTest}.
 */
public final class MachineCodeForbidden {
  /** The exit code where the system knows no such prohibition. */
  static final int CANNOT_FORBID = 3;

  private static final int PR_SET_MDWE = 65;
  private static final long REFUSE_EXEC_GAIN = 1;

  private static final MLOperandDescriptor MATRIX =
      MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 2, 2);

  private MachineCodeForbidden() {}

  /** Takes nothing; prints the tier of the product, and the product. */
  public static void main(String[] args) {
    if (!forbid()) {
      System.exit(CANNOT_FORBID);
    }
    // Twice, since what is said is said once a process.
    multiply();
    System.out.println(multiply());
  }

  private static boolean forbid() {
    ValueLayout.OfInt number = ValueLayout.JAVA_INT;
    ValueLayout.OfLong argument = ValueLayout.JAVA_LONG;
    Linker linker = Linker.nativeLinker();
    MethodHandle prctl =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("prctl"),
            FunctionDescriptor.of(number, number, argument, argument, argument, argument),
            Linker.Option.firstVariadicArg(1));
    try {
      return (int) prctl.invokeExact(PR_SET_MDWE, REFUSE_EXEC_GAIN, 0L, 0L, 0L) == 0;
    } catch (Throwable e) {
      throw new AssertionError("prctl throws nothing", e);
    }
  }

  private static String multiply() {
    try (MLContext context = ML.createContext()) {
      MLGraphBuilder builder = new MLGraphBuilder(context);
      MLGraph graph =
          builder.build(
              Map.of(
                  "c",
                  builder.matmul(
                      builder.input("a", MATRIX), builder.constant(MATRIX, 5, 6, 7, 8f))));
      MLTensor a = context.createTensor(MLTensorDescriptor.of(MATRIX).asWritable());
      MLTensor c = context.createTensor(MLTensorDescriptor.of(MATRIX).asReadable());
      context.writeTensor(a, new float[] {1, 2, 3, 4});
      StepProfile step = context.profile(graph, Map.of("a", a), Map.of("c", c)).getFirst();
      float[] product = new float[4];
      context.readTensor(c, product);
      return step.tier() + " " + Arrays.toString(product);
    }
  }
}
