package dev.webnn4j.op;

import static dev.webnn4j.MLOperandDataType.FLOAT16;
import static dev.webnn4j.MLOperandDataType.FLOAT32;
import static dev.webnn4j.MLOperandDataType.INT32;
import static dev.webnn4j.MLOperandDataType.INT4;
import static dev.webnn4j.MLOperandDataType.INT64;
import static dev.webnn4j.MLOperandDataType.INT8;
import static dev.webnn4j.MLOperandDataType.UINT32;
import static dev.webnn4j.MLOperandDataType.UINT4;
import static dev.webnn4j.MLOperandDataType.UINT64;
import static dev.webnn4j.MLOperandDataType.UINT8;

import dev.webnn4j.MLOperandDataType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The sets of data types that the specification's operator tables use. */
public final class Types {
  public static final Set<MLOperandDataType> ANY =
      set(FLOAT32, FLOAT16, INT32, UINT32, INT64, UINT64, INT8, UINT8);
  public static final Set<MLOperandDataType> FLOATS = set(FLOAT32, FLOAT16);

  /** Floats and signed integers. */
  public static final Set<MLOperandDataType> SIGNED = set(FLOAT32, FLOAT16, INT64, INT32, INT8);

  /** Truth values: 0 is false, all else is true. */
  public static final Set<MLOperandDataType> LOGICAL = set(UINT8);

  /**
   * What stands for floats in quantised networks. The specification dropped the 4-bit types in
   * 2025; web-platform-tests use them.
   */
  public static final Set<MLOperandDataType> QUANTIZED =
      set(INT32, UINT32, INT8, UINT8, INT4, UINT4);

  /** What a tensor may hold: some operators take the 4-bit types besides {@link #ANY}. */
  public static final Set<MLOperandDataType> TENSORS =
      Collections.unmodifiableSet(EnumSet.allOf(MLOperandDataType.class));

  /** Floats and integers of 32 bits and more, which sums are made of. */
  public static final Set<MLOperandDataType> SUMMABLE =
      set(FLOAT32, FLOAT16, INT32, UINT32, INT64, UINT64);

  private Types() {}

  /** An unmodifiable set that lists its members in the order of the enumeration. */
  public static Set<MLOperandDataType> set(MLOperandDataType first, MLOperandDataType... rest) {
    return Collections.unmodifiableSet(EnumSet.of(first, rest));
  }
}
