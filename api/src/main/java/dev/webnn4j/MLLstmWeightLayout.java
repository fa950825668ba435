package dev.webnn4j;

import dev.webnn4j.op.IdlEnum;

/**
 * The order of the gates in the weights and biases of a long short-term memory: input (i), output
 * (o), forget (f), cell (g).
 */
public enum MLLstmWeightLayout implements IdlEnum {
  IOFG,
  IFGO
}
