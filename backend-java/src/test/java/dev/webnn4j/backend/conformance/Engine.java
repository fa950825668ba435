package dev.webnn4j.backend.conformance;

import java.lang.foreign.MemorySegment;
import java.util.Map;

/** One configuration that the vectors are run on. */
interface Engine {
  String name();

  /** The outputs of a case, by name. */
  Map<String, MemorySegment> run(ConformanceCase test);
}
