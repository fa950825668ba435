package dev.webnn4j;

import dev.webnn4j.op.IdlEnum;

/** What a context should save: time or energy. */
public enum MLPowerPreference implements IdlEnum {
  DEFAULT,
  HIGH_PERFORMANCE,
  LOW_POWER
}
