package dev.webnn4j;

import dev.webnn4j.op.IdlEnum;

/**
 * The order of the gates in the weights and biases of a gated recurrent unit: update (z), reset
 * (r), new (n).
 */
public enum MLGruWeightLayout implements IdlEnum {
  ZRN,
  RZN
}
