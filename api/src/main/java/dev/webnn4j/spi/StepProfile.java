package dev.webnn4j.spi;

import dev.webnn4j.MLOperandDescriptor;
import java.util.List;

/**
 * What one step of a compiled graph is and how long it took in one run.
 *
 * @param step its place in the order of execution, from 0
 * @param layer the nodes it stands for, by their labels, or else by the names of their results;
 *     those of nodes that were merged are joined with {@code +}
 * @param operator the operator it computes, perhaps one of the engine's own
 * @param kernel the code that computed it
 * @param tier the family of kernels that this one belongs to, in lower case
 * @param inputs the types of its operands; constants are among them
 * @param outputs the types of its results
 * @param layout {@code nhwc} or {@code nchw} for images, {@code plain} for what has no layout or
 *     none that is known
 * @param precision the data type that it computes on, in lower case
 * @param threads how many threads it was divided among
 * @param nanoseconds what it took, waiting for the other threads included
 * @param refusals why each faster tier did not take it; before these, if it is a part of a block,
 *     why no tier took the block as a whole
 */
public record StepProfile(
    int step,
    String layer,
    String operator,
    String kernel,
    String tier,
    List<MLOperandDescriptor> inputs,
    List<MLOperandDescriptor> outputs,
    String layout,
    String precision,
    int threads,
    long nanoseconds,
    List<String> refusals) {
  public StepProfile {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    refusals = List.copyOf(refusals);
  }
}
