package dev.webnn4j.js.idl;

import dev.webnn4j.MLContext;
import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLNumber;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.Operator;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Rules that the specification has dropped. Scripts written when they held are told by the {@code
 * deviceType} that they create their contexts with: it left the specification in 2025, and the
 * web-platform-tests of that time, which pass it, want these rules.
 */
final class FormerRules {
  /** Contexts and builders. */
  private final Set<Object> followers = Collections.newSetFromMap(new WeakHashMap<>());

  /** Has a context follow these rules. */
  void applyTo(MLContext context) {
    followers.add(context);
  }

  /** Has a builder do as its context. */
  MLGraphBuilder inherit(MLContext context, MLGraphBuilder builder) {
    if (followers.contains(context)) {
      followers.add(builder);
    }
    return builder;
  }

  /**
   * @throws IllegalArgumentException if a rule holds for the builder and the call breaks it
   */
  void check(MLGraphBuilder builder, Operator operator, Attributes attributes) {
    boolean unbounded =
        operator == Clamp.OPERATOR
            && attributes
                .find(Clamp.MIN_VALUE)
                .map(MLNumber::doubleValue)
                .filter(min -> min == Double.NEGATIVE_INFINITY)
                .isPresent();
    if (unbounded && followers.contains(builder)) {
      throw new IllegalArgumentException(
          "clamp: minValue must not be -Infinity; leave it out, or create the context without"
              + " deviceType, as the specification now has it");
    }
  }
}
