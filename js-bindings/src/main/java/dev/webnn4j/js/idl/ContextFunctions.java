package dev.webnn4j.js.idl;

import dev.webnn4j.ML;
import dev.webnn4j.MLContext;
import dev.webnn4j.MLContextOptions;
import dev.webnn4j.MLGraph;
import dev.webnn4j.MLPowerPreference;
import dev.webnn4j.MLTensor;
import dev.webnn4j.js.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import org.graalvm.polyglot.Value;

/** What {@code idl/ml.js} and {@code idl/context.js} call, but for data. */
final class ContextFunctions {
  private final MLContextOptions defaults;
  private final FormerRules formerRules;
  private final JsPromises promises;
  // Weak: a context that the scripts forgot is freed by the collector, as ever.
  private final Set<MLContext> created = Collections.newSetFromMap(new WeakHashMap<>());

  ContextFunctions(MLContextOptions defaults, FormerRules formerRules, JsPromises promises) {
    this.defaults = defaults;
    this.formerRules = formerRules;
    this.promises = promises;
  }

  void addTo(HostFunctions functions) {
    functions
        .value(
            "powerPreference",
            Json.of(IdlTypes.enumeration("MLPowerPreference", MLPowerPreference.class)))
        .function("createContext", args -> createContext(args[0], args[1], args[2], args[3]))
        .function("whenLost", args -> whenLost(args[0].asHostObject(), args[1]))
        .function("accelerated", args -> context(args).accelerated())
        .function("destroyContext", args -> destroy(context(args)))
        .function("opSupportLimits", args -> limits(context(args)))
        .function("dispatch", ContextFunctions::dispatch);
  }

  /** Destroys what scripts made and did not destroy. */
  void destroyAll() {
    List.copyOf(created).forEach(MLContext::destroy);
  }

  private static MLContext context(Value[] args) {
    return args[0].asHostObject();
  }

  private Value createContext(Value accelerated, Value powerPreference, Value former, Value wrap) {
    MLContextOptions options =
        defaults
            .accelerated(accelerated.asBoolean())
            .powerPreference(AttributeValues.choice(MLPowerPreference.class, powerPreference));
    MLContext context = ML.createContext(options);
    created.add(context);
    if (former.asBoolean()) {
      formerRules.applyTo(context);
    }
    return promises.of(CompletableFuture.completedFuture(context), wrap::execute);
  }

  /** Does not keep the loop running: most contexts are never lost. */
  private boolean whenLost(MLContext context, Value callback) {
    context
        .lost()
        .thenAccept(info -> promises.loop().post(() -> callback.executeVoid(info.message())));
    return true;
  }

  private static boolean destroy(MLContext context) {
    context.destroy();
    return true;
  }

  private static String limits(MLContext context) {
    return Json.of(SupportLimits.describe(context.opSupportLimits()));
  }

  private static boolean dispatch(Value[] args) {
    MLGraph graph = args[1].asHostObject();
    Map<String, MLTensor> inputs = tensors(args[2], args[3]);
    Map<String, MLTensor> outputs = tensors(args[4], args[5]);
    if (!graph.isDestroyed()) {
      // For scripts a destroyed tensor is a wrong argument, a destroyed graph a wrong state.
      requireAlive(inputs);
      requireAlive(outputs);
    }
    context(args).dispatch(graph, inputs, outputs);
    return true;
  }

  private static void requireAlive(Map<String, MLTensor> tensors) {
    tensors.forEach(
        (name, tensor) -> {
          if (tensor.isDestroyed()) {
            throw new IllegalArgumentException("dispatch: the tensor '" + name + "' is destroyed");
          }
        });
  }

  private static Map<String, MLTensor> tensors(Value names, Value tensors) {
    List<String> keys = AttributeValues.list(names, Value::asString);
    List<MLTensor> values = AttributeValues.list(tensors, Value::asHostObject);
    var map = new LinkedHashMap<String, MLTensor>();
    for (int i = 0; i < keys.size(); i++) {
      map.put(keys.get(i), values.get(i));
    }
    return map;
  }
}
