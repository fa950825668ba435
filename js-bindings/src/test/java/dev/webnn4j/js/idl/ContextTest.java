package dev.webnn4j.js.idl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.MLPowerPreference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContextTest {
  private final Script script = new Script();

  @AfterEach
  void close() {
    script.close();
  }

  @Test
  void optionsReachTheEngine() {
    script.check(
        "[object MLContext] false",
        """
        const made = await navigator.ml.createContext({ powerPreference: 'low-power', accelerated: false, deviceType: 'npu' });
        log(String(made), made.accelerated);
        """);
    MLContextOptions opened = FakeEngine.OPENED.getLast();
    assertEquals(MLPowerPreference.LOW_POWER, opened.powerPreference());
    assertEquals(false, opened.accelerated());
    script.check("", "await navigator.ml.createContext(null);");
    opened = FakeEngine.OPENED.getLast();
    assertEquals(MLPowerPreference.DEFAULT, opened.powerPreference());
    assertEquals(true, opened.accelerated());
  }

  @Test
  void wrongOptionsReject() {
    script.check(
        """
        TypeError: createContext: options is not an object
        TypeError: createContext: powerPreference 'fast' is not a valid value of MLPowerPreference
        TypeError: createContext: deviceType 'tpu' is not a valid value of MLDeviceType
        TypeError: createContext: powerPreference 'null' is not a valid value of MLPowerPreference
        RangeError: mine
        accelerated deviceType powerPreference
        """,
        """
        for (const options of ['cpu', { powerPreference: 'fast' }, { deviceType: 'tpu' }, { powerPreference: null },
            { get accelerated() { throw new RangeError('mine'); } }]) {
          log(await rejected(() => navigator.ml.createContext(options)));
        }
        const read = [];
        await navigator.ml.createContext(new Proxy({}, { get(target, key) { read.push(key); } }));
        log(read.join(' '));
        """);
  }

  @Test
  void anEngineThatIsNotThereIsNotSupported() {
    try (Script none = new Script(MLContextOptions.DEFAULT.backend("missing"))) {
      String seen = none.run("");
      assertEquals(
          true, seen.startsWith("FAILED NotSupportedError: no WebNN engine is called 'missing'"));
      assertEquals(false, seen.contains(".java:"), seen);
    }
  }

  @Test
  void lostIsOnePromiseThatTellsWhy() {
    script.check(
        """
        true true
        the context was destroyed true
        undefined
        """,
        """
        const { lost } = context;
        log(lost === context.lost, lost instanceof Promise);
        const result = context.destroy();
        context.destroy();
        const info = await lost;
        log(info.message, Object.getPrototypeOf(info) === Object.prototype);
        log(result);
        """);
  }

  @Test
  void aContextThatIsNotLostDoesNotKeepTheLoopRunning() {
    script.check("before", "log('before'); await context.lost; log('after');");
  }

  @Test
  void nothingWorksOnALostContext() {
    script.check(
        """
        InvalidStateError
        InvalidStateError
        InvalidStateError
        InvalidStateError
        InvalidStateError
        InvalidStateError
        InvalidStateError
        InvalidStateError
        InvalidStateError
        float32 object
        """,
        """
        const kind = (text) => text.split(':')[0];
        const y = builder.relu(builder.input('x', f32(2)));
        const graph = await new MLGraphBuilder(context).build({ y: 0 }).catch(() => builder.build({ y }));
        const tensor = await context.createTensor({ ...f32(2), readable: true, writable: true });
        const next = new MLGraphBuilder(context);
        const z = next.relu(next.input('x', f32(2)));
        context.destroy();
        log(kind(await rejected(() => context.createTensor(f32(2)))));
        log(kind(await rejected(() => context.createConstantTensor(f32(2), new Float32Array(2)))));
        log(kind(await rejected(() => context.readTensor(tensor))));
        log(kind(thrown(() => context.writeTensor(tensor, new Float32Array(2)))));
        log(kind(thrown(() => context.dispatch(graph, { x: tensor }, {}))));
        log(kind(thrown(() => new MLGraphBuilder(context))));
        log(kind(thrown(() => next.input('a', f32(2)))));
        log(kind(thrown(() => next.relu(z))));
        log(kind(await rejected(() => next.build({ z }))));
        log(tensor.dataType, typeof context.opSupportLimits());
        """);
  }

  @Test
  void losingTheContextRejectsWhatIsPending() {
    script.check(
        """
        InvalidStateError: the tensor was destroyed before it was read
        InvalidStateError: the context was lost before the tensor was made
        InvalidStateError: the context was lost before the graph was built
        """,
        """
        const tensor = await context.createTensor({ ...f32(2), readable: true });
        const y = builder.relu(builder.input('x', f32(2)));
        const pending = [context.readTensor(tensor), context.createTensor(f32(2)), builder.build({ y })];
        // Long enough for everything to be done but told.
        for (const start = Date.now(); Date.now() - start < 50;);
        context.destroy();
        for (const promise of pending) log(await rejected(() => promise));
        """);
  }

  @Test
  void twoContextsLiveSideBySide() {
    script.check(
        """
        true false
        TypeError
        2 4
        """,
        """
        const other = await navigator.ml.createContext();
        log(other !== context, other.lost === context.lost);
        const x = builder.input('x', f32(1));
        log(thrown(() => new MLGraphBuilder(other).relu(x)).split(':')[0]);
        const results = [];
        for (const [of, value] of [[context, 1], [other, 2]]) {
          const b = new MLGraphBuilder(of);
          const i = b.input('x', f32(1));
          const graph = await b.build({ y: b.add(i, i) });
          const input = await of.createTensor({ ...f32(1), writable: true });
          const output = await of.createTensor({ ...f32(1), readable: true });
          of.writeTensor(input, new Float32Array([value]));
          of.dispatch(graph, { x: input }, { y: output });
          results.push(new Float32Array(await of.readTensor(output))[0]);
          if (of === context) context.destroy();
        }
        log(...results);
        """);
  }

  @Test
  void closingTheLoopDestroysTheContextsThatScriptsLeft() {
    try (Script script = new Script()) {
      script.run("globalThis.kept = context; kept.lost.then((info) => log(info.message));");
      script.loop().close();
      assertEquals(
          "the context was destroyed\nInvalidStateError",
          script.run(
              "await kept.lost;" + " await kept.createTensor(f32(1)).catch((e) => log(e.name));"));
    }
  }
}
