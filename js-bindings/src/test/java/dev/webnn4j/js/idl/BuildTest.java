package dev.webnn4j.js.idl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BuildTest {
  private final Script script = new Script();

  @AfterEach
  void close() {
    script.close();
  }

  @Test
  void buildGivesAGraphOnce() {
    script.check(
        """
        [object MLGraph]
        InvalidStateError: the builder has built its graph already
        InvalidStateError: the builder has built its graph already
        InvalidStateError: the builder has built its graph already
        InvalidStateError: the builder has built its graph already
        true
        """,
        """
        const y = builder.relu(builder.input('x', f32(2)));
        const graph = await builder.build({ y });
        log(String(graph));
        log(await rejected(() => builder.build({ y })));
        log(thrown(() => builder.input('z', f32(2))));
        log(thrown(() => builder.constant('float32', 1)));
        log(thrown(() => builder.relu(y)));
        try { builder.relu(y); } catch (e) { log(e instanceof DOMException && e instanceof Error && e.code === 11); }
        """);
  }

  @Test
  void aSecondBuildIsRefusedWhileTheFirstIsPending() {
    script.check(
        "InvalidStateError: the builder has built its graph already\n[object MLGraph]",
        """
        const y = builder.relu(builder.input('x', f32(2)));
        const first = builder.build({ y });
        log(await rejected(() => builder.build({ y })));
        log(String(await first));
        """);
  }

  @Test
  void invalidOutputsRejectAndTheBuilderStaysUsable() {
    script.check(
        """
        TypeError: Failed to execute 'build' on 'MLGraphBuilder': 1 argument required, but only 0 present.
        TypeError: build: outputs is not an object
        TypeError: build: outputs is not an object
        TypeError: build: a graph needs at least one output
        TypeError: build: outputs 'y' is not an MLOperand
        TypeError: build: the name of an output must not be empty
        TypeError: build: output 'y' is an input or a constant; use identity
        TypeError
        nothing
        """,
        """
        const x = builder.input('x', f32(2));
        const y = builder.relu(x);
        log(await rejected(() => builder.build()));
        for (const outputs of [undefined, 'y', {}, { y: 1 }, { '': y }, { y: x }]) {
          log(await rejected(() => builder.build(outputs)));
        }
        log((await rejected(() => builder.build({ [Symbol()]: y }))).split(':')[0]);
        log(await rejected(() => builder.build({ y })));
        """);
  }

  @Test
  void recordsTakeOwnEnumerablePropertiesInOrder() {
    script.check(
        "ownKeys desc:b get:b desc:a get:a desc:hidden",
        """
        const y = builder.relu(builder.input('x', f32(2)));
        const outputs = Object.create({ inherited: 1 });
        outputs.b = y;
        outputs.a = y;
        Object.defineProperty(outputs, 'hidden', { value: 1, enumerable: false });
        const read = [];
        await builder.build(new Proxy(outputs, {
          ownKeys(target) { read.push('ownKeys'); return Reflect.ownKeys(target); },
          getOwnPropertyDescriptor(target, key) { read.push(`desc:${key}`); return Reflect.getOwnPropertyDescriptor(target, key); },
          get(target, key) { read.push(`get:${key}`); return target[key]; },
        }));
        log(read.join(' '));
        """);
    assertEquals("[b, a]", FakeEngine.lastGraph().outputs().keySet().toString());
  }

  @Test
  void inputsAreCheckedWhenTheyAreReachable() {
    script.check(
        """
        nothing
        TypeError: build: two inputs of different types are called 'x'
        TypeError: the name of an input must not be empty
        TypeError: input: descriptor: dataType 'double' is not a valid value of MLOperandDataType
        TypeError: Failed to execute 'input' on 'MLGraphBuilder': 2 arguments required, but only 1 present.
        """,
        """
        const [a, b] = [builder.input('x', f32(2)), builder.input('x', f32(2))];
        const again = new MLGraphBuilder(context);
        const [c, d] = [again.input('x', f32(2)), again.input('x', f32(1))];
        log(await rejected(() => builder.build({ y: builder.relu(b) })));
        log(await rejected(() => again.build({ y: again.add(c, d) })));
        log(thrown(() => again.input('', f32(2))));
        log(thrown(() => again.input('y', { dataType: 'double', shape: [] })));
        log(thrown(() => again.input('y')));
        """);
    assertEquals("[x]", FakeEngine.lastGraph().inputs().keySet().toString());
  }

  @Test
  void anEngineThatFailsRejectsWithAnOperationError() {
    script.check(
        """
        true OperationError true
        """,
        """
        try {
          await builder.build({ y: builder.relu(builder.input('x', f32(2)), { label: 'fail' }) });
        } catch (e) {
          log(e instanceof DOMException, e.name, e.message.includes('no kernel') && !/\\bat .*\\.java/.test(e.message + e.stack));
        }
        """);
  }

  @Test
  void namesMayBeAnyText() {
    script.check(
        "2 10",
        """
        const odd = 'a\\u0000\\n"\\uD800';
        const y = builder.relu(builder.input(odd, f32(2)));
        const graph = await builder.build({ [odd]: y });
        const input = await context.createTensor({ ...f32(2), writable: true });
        const output = await context.createTensor({ ...f32(2), readable: true });
        context.writeTensor(input, new Float32Array([2, 10]));
        context.dispatch(graph, { 'a\\u0000\\n"\\uFFFD': input }, { [odd]: output });
        log(...new Float32Array(await context.readTensor(output)));
        """);
  }
}
