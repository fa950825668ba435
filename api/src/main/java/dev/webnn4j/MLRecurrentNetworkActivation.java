package dev.webnn4j;

import dev.webnn4j.op.IdlEnum;

/** The functions that the gates of a recurrent network may apply. */
public enum MLRecurrentNetworkActivation implements IdlEnum {
  RELU,
  SIGMOID,
  TANH
}
