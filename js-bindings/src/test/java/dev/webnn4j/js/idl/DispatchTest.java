package dev.webnn4j.js.idl;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatchTest {
  private static final String SETUP =
      """
      const y = builder.add(builder.input('a', f32(2)), builder.input('b', f32(2)));
      const graph = await builder.build({ y });
      const make = (shape = [2], of = context) => of.createTensor({ dataType: 'float32', shape, readable: true, writable: true });
      const [a, b, out] = [await make(), await make(), await make()];
      """;

  private final Script script = new Script();

  @AfterEach
  void close() {
    script.close();
  }

  @Test
  void dispatchesAndCopiesHappenInOrder() {
    script.check(
        "undefined 11,22 21,42 41,82",
        SETUP
            + """
            context.writeTensor(a, new Float32Array([1, 2]));
            context.writeTensor(b, new Float32Array([10, 20]));
            const result = context.dispatch(graph, { a, b }, { y: out });
            const first = context.readTensor(out);
            context.dispatch(graph, { a: out, b }, { y: a });
            const second = context.readTensor(a);
            context.writeTensor(b, new Float32Array([20, 40]));
            context.dispatch(graph, { b, a }, { y: out });
            const third = context.readTensor(out);
            log(result, ...(await Promise.all([first, second, third])).map((r) => new Float32Array(r)));
            """);
  }

  @Test
  void invalidCallsThrowBeforeAnythingRuns() {
    script.check(
        """
        TypeError: Failed to execute 'dispatch' on 'MLContext': 3 arguments required, but only 2 present.
        TypeError: dispatch: graph is not an MLGraph
        TypeError: dispatch: inputs is not an object
        TypeError: dispatch: inputs 'a' is not an MLTensor
        TypeError: the input 'b' is missing
        TypeError: the graph has no input 'c'; it has [a, b]
        TypeError: the tensor float32[2] is given twice
        TypeError: the tensor float32[2] is given twice
        TypeError: the output 'y' is missing
        TypeError: the graph has no output 'z'; it has [y]
        TypeError: the input 'a' is float32[2]; the tensor is float32[2, 1]
        TypeError: the tensor float32[2] belongs to another context
        TypeError: the input 'a' cannot be a constant tensor
        0,0
        """,
        SETUP
            + """
            const column = await make([2, 1]);
            const foreign = await make([2], await navigator.ml.createContext());
            const constant = await context.createConstantTensor(f32(2), new Float32Array(2));
            const c = await make();
            log(thrown(() => context.dispatch(graph, {})));
            for (const [g, inputs, outputs] of [[{}, { a, b }, { y: out }], [graph, null, { y: out }], [graph, { a: 1, b }, { y: out }],
                [graph, { a }, { y: out }], [graph, { a, b, c }, { y: out }], [graph, { a, b: a }, { y: out }],
                [graph, { a, b }, { y: a }], [graph, { a, b }, {}], [graph, { a, b }, { y: out, z: c }],
                [graph, { a: column, b }, { y: out }], [graph, { a: foreign, b }, { y: out }], [graph, { a: constant, b }, { y: out }]]) {
              log(thrown(() => context.dispatch(g, inputs, outputs)));
            }
            log(new Float32Array(await context.readTensor(out)));
            """);
  }

  @Test
  void aDestroyedTensorIsAWrongArgumentAndADestroyedGraphAWrongState() {
    script.check(
        """
        TypeError: dispatch: the tensor 'b' is destroyed
        InvalidStateError: the graph is closed
        InvalidStateError: the graph is closed
        TypeError: the graph belongs to another context
        """,
        SETUP
            + """
            b.destroy();
            log(thrown(() => context.dispatch(graph, { a, b }, { y: out })));
            graph.destroy();
            graph.destroy();
            log(thrown(() => context.dispatch(graph, { a, b }, { y: out })));
            log(thrown(() => context.dispatch(graph, {}, {})));
            const other = await navigator.ml.createContext();
            log(thrown(() => other.dispatch(graph, {}, {})));
            """);
  }

  @Test
  void whatIsQueuedRunsThoughItsTensorsAreDestroyed() {
    script.check(
        "3,5",
        SETUP
            + """
            context.writeTensor(a, new Float32Array([1, 2]));
            context.writeTensor(b, new Float32Array([2, 3]));
            context.dispatch(graph, { a, b }, { y: out });
            a.destroy();
            graph.destroy();
            log(new Float32Array(await context.readTensor(out)));
            """);
  }

  @Test
  void aKernelThatBreaksRejectsTheReadOfItsOutput() {
    script.check(
        "OperationError true\n0,0",
        """
        const graph = await builder.build({ y: builder.relu(builder.input('x', f32(2)), { label: 'break' }) });
        const x = await context.createTensor({ ...f32(2), readable: true });
        const y = await context.createTensor({ ...f32(2), readable: true });
        context.dispatch(graph, { x }, { y });
        const message = await rejected(() => context.readTensor(y));
        log(message.split(':')[0], message.includes('the kernel broke'));
        log(new Float32Array(await context.readTensor(x)));
        """);
  }
}
