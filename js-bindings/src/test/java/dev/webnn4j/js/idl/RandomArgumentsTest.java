package dev.webnn4j.js.idl;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.js.json.Json;
import dev.webnn4j.op.Catalogue;
import dev.webnn4j.op.Operator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever a script passes to an operator's method, it gets operands or a TypeError that names the
 * method, and may go on with the builder. {@code -Dwebnn.test.graphs=n} makes more such calls.
 */
final class RandomArgumentsTest {
  private static final int CALLS = 20 * Integer.getInteger("webnn.test.graphs", 5);

  private static final String FUZZ =
      """
      let state = SEED >>> 0;
      const next = (n) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor(state / 2 ** 32 * n);
      };
      const pick = (list) => list[next(list.length)];
      const other = new MLGraphBuilder(context);
      const foreign = other.input('x', f32(2, 3));
      const typed = (dataType, ...shape) => ({ dataType, shape });
      const own = [f32(), f32(6), f32(2, 3), f32(3, 2), f32(1, 4, 5, 5), f32(4, 1, 3, 3), f32(2, 1, 2, 3, 1),
        typed('float16', 2, 3), typed('int32', 2, 3), typed('int64', 2), typed('uint8', 2, 3), typed('int8', 1, 4, 5, 5)]
        .map((type, i) => builder.input(`x${i}`, type));
      const numbers = [0, 1, 2, 3, 4, 6, -1, -0, 0.5, 1.5, NaN, Infinity, -Infinity, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1,
        2 ** 32, 2 ** 53, 1e300];
      const words = ['', 'abc', '1', 'float32', 'uint8', 'nhwc', 'ohwi', 'constant', 'edge', 'linear', 'both', 'relu', 'same-upper'];
      const oddities = [null, undefined, true, false, {}, () => 1, new Date(0), /x/, new Uint8Array(2), Object.create(null),
        { valueOf: () => 2 }, 1n, 2n ** 70n, -1n, Symbol('s')];
      const list = (length) => {
        const item = pick([() => pick(numbers), () => next(4), () => next(4), () => pick(words), () => pick(own), () => any(0)]);
        return Array.from({ length }, item);
      };
      const options = (names) => {
        const given = {};
        for (const name of names) if (next(3) === 0) given[name] = any(1);
        return given;
      };
      const any = (depth) => {
        switch (next(depth > 0 ? 7 : 5)) {
          case 0: return pick(numbers);
          case 1: return pick(own);
          case 2: return next(4) === 0 ? foreign : pick(own);
          case 3: return pick(words);
          case 4: return pick(oddities);
          default: return list(next(6));
        }
      };
      const show = (value) => {
        if (value instanceof MLOperand) return `<${value.dataType} ${value.shape}>`;
        if (Array.isArray(value)) return `[${value.map(show)}]`;
        if (value !== null && typeof value === 'object') {
          return `{${Object.keys(value).map((key) => `${key}: ${show(value[key])}`)}}`;
        }
        return typeof value === 'bigint' ? `${value}n` : String(value);
      };
      // The language's own error, which knows no method.
      const isUnconvertible = (message) => /BigInt|Symbol|primitive/.test(message);
      let calls = 0, valid = 0;
      for (const [name, names] of Object.entries(OPTIONS)) {
        const needed = builder[name].length;
        for (let i = 0; i < CALLS; i++) {
          const args = Array.from({ length: next(6) === 0 ? next(needed + 3) : needed }, () => any(1));
          // Often operands come first, as they should.
          for (let j = 0; j < args.length; j++) if (next(3) > 0) args[j] = j === 0 ? pick(own) : args[j];
          if (next(3) > 0) args.push(options(names));
          calls++;
          const what = `SEED ${name}(${args.map(show).join(', ')})`;
          try {
            const result = builder[name](...args);
            valid++;
            const results = Array.isArray(result) ? result : [result];
            if (!results.length || !results.every((x) => x instanceof MLOperand)) log(`${what} gives ${result}`);
          } catch (e) {
            const named = e.message.startsWith(`${name}:`) || e.message.startsWith(`${name} [`) || e.message.includes(`'${name}'`);
            if (!(e instanceof TypeError) || !(named || isUnconvertible(e.message))) log(`${what} throws ${e}`);
          }
        }
      }
      const end = builder.add(own[2], own[2]);
      await builder.build({ end });
      log(`random arguments: ${calls} calls of ${Object.keys(OPTIONS).length} methods, ${valid} valid`);
      """;

  private final Script script = new Script();

  @AfterEach
  void close() {
    script.close();
  }

  @Test
  void giveOperandsOrTypeErrors() {
    System.out.println(run(1));
  }

  /** Other arguments every time. */
  @Test
  void otherArgumentsEveryTime() {
    run(RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE));
  }

  private String run(int seed) {
    Map<String, List<String>> options = new LinkedHashMap<>();
    for (Operator operator : Catalogue.operators()) {
      options.put(operator.name(), operator.optionNames());
    }
    String said =
        script.run(
            FUZZ.replace("SEED", Integer.toString(seed))
                .replace("CALLS", Integer.toString(CALLS))
                .replace("OPTIONS", Json.of(options)));
    assertTrue(said.startsWith("random arguments: "), said);
    return said;
  }
}
