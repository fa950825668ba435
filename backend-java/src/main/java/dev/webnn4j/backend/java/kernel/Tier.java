package dev.webnn4j.backend.java.kernel;

/** The ways to run a step, from the one that always works to the fastest. */
public enum Tier {
  /** Straight Java: any data type, any shape. */
  SCALAR,
  /** The JDK's Vector API. */
  VECTOR,
  /** Machine code for x86-64, written at run time. */
  X64
}
