package dev.webnn4j.js.idl;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/**
 * The Java functions that the preludes call. They are proxies, which work under every {@link
 * org.graalvm.polyglot.HostAccess}, and what they throw arrives as an error of JavaScript.
 */
final class HostFunctions {
  private final Map<String, Object> members = new LinkedHashMap<>();
  private final JsErrors errors;

  HostFunctions(JsErrors errors) {
    this.errors = errors;
  }

  HostFunctions value(String name, Object value) {
    members.put(name, value);
    return this;
  }

  HostFunctions function(String name, Function<Value[], Object> body) {
    ProxyExecutable guarded =
        arguments -> {
          try {
            return body.apply(arguments);
          } catch (RuntimeException | OutOfMemoryError failure) {
            throw errors.raise(failure);
          }
        };
    return value(name, guarded);
  }

  ProxyObject toJs() {
    return ProxyObject.fromMap(members);
  }
}
