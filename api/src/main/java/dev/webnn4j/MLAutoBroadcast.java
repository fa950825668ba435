package dev.webnn4j;

import dev.webnn4j.op.IdlEnum;

/** Whether the limits of {@code fakeQuantize} are broadcast to its input. */
public enum MLAutoBroadcast implements IdlEnum {
  NUMPY,
  NONE
}
