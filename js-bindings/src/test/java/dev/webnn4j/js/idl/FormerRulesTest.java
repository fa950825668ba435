package dev.webnn4j.js.idl;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FormerRulesTest {
  private final Script script = new Script();

  @AfterEach
  void close() {
    script.close();
  }

  @Test
  void clampRefusesNoLowerBoundAtAllOnlyWhereADeviceTypeWasNamed() {
    script.check(
        """
        nothing
        TypeError: clamp: minValue must not be -Infinity; leave it out, or create the context without deviceType, as the specification now has it
        nothing
        """,
        """
        const clampAtMinusInfinity = async (options, minValue) => {
          const made = new MLGraphBuilder(await navigator.ml.createContext(options));
          return thrown(() => made.clamp(made.input('x', f32(2)), { minValue }));
        };
        log(await clampAtMinusInfinity({}, -Infinity));
        log(await clampAtMinusInfinity({ deviceType: 'cpu' }, -Infinity));
        log(await clampAtMinusInfinity({ deviceType: 'cpu' }, -1e300));
        """);
  }
}
