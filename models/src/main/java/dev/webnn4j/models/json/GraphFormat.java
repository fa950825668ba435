package dev.webnn4j.models.json;

import java.util.List;

/** The names that reader and writer share; {@code docs/graph-json.md} describes the format. */
final class GraphFormat {
  static final String FORMAT = "webnn4j-graph";
  static final int VERSION = 1;

  static final List<String> MEMBERS =
      List.of("format", "version", "inputs", "constants", "nodes", "outputs");
  static final List<String> TYPE_MEMBERS = List.of("dataType", "shape");
  static final List<String> CONSTANT_MEMBERS = List.of("dataType", "shape", "data", "weights");
  static final List<String> WEIGHTS_MEMBERS = List.of("file", "offset", "byteLength");
  static final List<String> NODE_MEMBERS = List.of("op", "label", "operands", "options", "results");
  static final List<String> RESULT_MEMBERS = List.of("name", "dataType", "shape");

  private GraphFormat() {}
}
