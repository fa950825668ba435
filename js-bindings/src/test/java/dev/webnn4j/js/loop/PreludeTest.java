package dev.webnn4j.js.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;

final class PreludeTest {
  @Test
  void thePiecesWorkWithoutAPage() {
    try (Context context = JsContexts.create()) {
      Prelude.run(context, "", "web/idl.js", "web/dom-exception.js");
      String name =
          context
              .eval("js", "new DOMException('m', 'AbortError').code + ' ' + typeof URL")
              .asString();
      assertEquals("20 undefined", name);
    }
  }

  @Test
  void theSharedObjectIsOutOfReachForScripts() {
    try (Context context = JsContexts.create()) {
      Prelude.run(context, "", "web/idl.js");
      Value internals = Prelude.internals(context);
      assertEquals(true, internals.hasMember("defineInterface"));
      String script =
          "Object.getOwnPropertyNames(globalThis).some((n) => globalThis[n]?.defineInterface)";
      assertFalse(context.eval("js", script).asBoolean());
    }
  }

  @Test
  void aResourceThatIsNotThereIsNamed() {
    try (Context context = JsContexts.create()) {
      Exception e =
          assertThrows(IllegalArgumentException.class, () -> Prelude.run(context, "", "none.js"));
      assertEquals("no resource /dev/webnn4j/js/none.js", e.getMessage());
    }
  }
}
