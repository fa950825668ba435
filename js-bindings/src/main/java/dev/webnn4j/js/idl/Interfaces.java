package dev.webnn4j.js.idl;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.js.loop.EventLoop;
import dev.webnn4j.js.loop.Prelude;
import java.nio.ByteBuffer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/** Defines the interfaces of the specification in a context. */
public final class Interfaces {
  private static final int PROBE_BYTES = 8;
  private static final String[] RESOURCES = {
    "idl/convert.js",
    "idl/buffers.js",
    "idl/tensor.js",
    "idl/graph.js",
    "idl/operand.js",
    "idl/context.js",
    "idl/builder.js",
    "idl/operators.js",
    "idl/ml.js",
  };

  private Interfaces() {}

  /**
   * Defines {@code navigator.ml} and its interfaces.
   *
   * @param defaults what pages cannot choose
   * @throws IllegalArgumentException if the context's options do not suffice
   */
  public static void install(EventLoop loop, MLContextOptions defaults) {
    Context context = loop.context();
    checkLanguage(context);
    checkBufferAccess(context);
    Value internals = Prelude.internals(context);
    if (internals.hasMember("webnn")) {
      throw new IllegalArgumentException("the context has navigator.ml already");
    }
    if (!internals.hasMember("defineInterface")) {
      Prelude.run(context, loop, "web/idl.js");
    }
    Prelude.run(context, loop, "web/dom-exception.js");
    JsErrors errors = new JsErrors(Prelude.run(context, loop, "idl/errors.js"));
    JsPromises promises = new JsPromises(loop, errors);
    HostFunctions functions = new HostFunctions(errors);
    FormerRules formerRules = new FormerRules();
    ContextFunctions contexts = new ContextFunctions(defaults, formerRules, promises);
    contexts.addTo(functions);
    loop.onClose(contexts::destroyAll);
    new TensorFunctions(promises).addTo(functions);
    new BuilderFunctions(formerRules, promises).addTo(functions);
    new OperatorCalls(formerRules).addTo(functions, defaults.extensions());
    Prelude.run(context, functions.toJs(), RESOURCES);
  }

  private static void checkLanguage(Context context) {
    String probe = "'detached' in ArrayBuffer.prototype && 'withResolvers' in Promise";
    if (!context.eval("js", probe).asBoolean()) {
      throw new IllegalArgumentException(
          "WebNN needs a context with ECMAScript 2024 or later: make it with"
              + " WebNN.contextBuilder(), or leave js.ecmascript-version alone");
    }
  }

  /** Without it a script would get zeros for a tensor's data, or nothing. */
  private static void checkBufferAccess(Context context) {
    Value length =
        context
            .eval(
                "js",
                """
                (bytes) => {
                  try { return new ArrayBuffer(bytes).byteLength; } catch { return -1; }
                }
                """)
            .execute(ByteBuffer.allocate(PROBE_BYTES));
    if (length.asInt() != PROBE_BYTES) {
      throw new IllegalArgumentException(
          "WebNN needs a context with buffer access: make it with WebNN.contextBuilder(), or"
              + " allowHostAccess(HostAccess.newBuilder(...).allowBufferAccess(true).build())");
    }
  }
}
