package dev.webnn4j;

import dev.webnn4j.op.IdlEnum;

/**
 * The order in which a recurrent network visits the steps of its input; with both, one set of
 * weights goes forward and another one backward.
 */
public enum MLRecurrentNetworkDirection implements IdlEnum {
  FORWARD,
  BACKWARD,
  BOTH
}
