package dev.webnn4j.cli.wpt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestMetaTest {
  @Test
  void readsTheCommentsAtTheBeginning() {
    TestMeta meta =
        TestMeta.of(
            """
            // META: title=one = two
            //META: script=a.js
            // META: script=/b.js
            // META: variant=?cpu
            // META: global=window,dedicatedworker,shadowrealm
            // META: timeout=long

            // META: script=too-late.js
            """);
    assertEquals("one = two", meta.title());
    assertEquals(List.of("a.js", "/b.js"), meta.scripts());
    assertEquals(List.of("?cpu"), meta.variants());
    assertEquals(EnumSet.of(TestGlobal.WINDOW, TestGlobal.DEDICATED_WORKER), meta.globals());
    assertTrue(meta.isLong());
  }

  @Test
  void aFileThatSaysNothingRunsInWindowAndWorkerOnceAndShortly() {
    TestMeta meta = TestMeta.of("'use strict';\n// META: timeout=long");
    assertEquals(EnumSet.of(TestGlobal.WINDOW, TestGlobal.DEDICATED_WORKER), meta.globals());
    assertEquals(List.of(), meta.variants());
    assertFalse(meta.isLong());
  }
}
