package dev.webnn4j.models.json;

/** The text of a small graph, part by part, so that a test can make one part wrong. */
record GraphDocument(String inputs, String constants, String nodes, String outputs) {
  /** What is right with x, a constant w and a node y. */
  static final GraphDocument RIGHT =
      new GraphDocument(
          "'x': {'dataType': 'float32', 'shape': [2]}",
          "'w': {'dataType': 'float32', 'shape': [2], 'data': [1, 2.5]}",
          "{'op': 'add', 'operands': {'a': 'x', 'b': 'w'}, 'results': [{'name': 'y'}]}",
          "'y': 'y'");

  GraphDocument inputs(String other) {
    return new GraphDocument(other, constants, nodes, outputs);
  }

  GraphDocument constants(String other) {
    return new GraphDocument(inputs, other, nodes, outputs);
  }

  GraphDocument nodes(String... others) {
    return new GraphDocument(inputs, constants, String.join(",\n", others), outputs);
  }

  GraphDocument outputs(String other) {
    return new GraphDocument(inputs, constants, nodes, other);
  }

  /** The document: inputs are line 3, constants line 4, nodes begin in line 6. */
  String text() {
    return """
        {
        'format': 'webnn4j-graph', 'version': 1,
        'inputs': {%s},
        'constants': {%s},
        'nodes': [
        %s
        ],
        'outputs': {%s}
        }
        """
        .formatted(inputs, constants, nodes, outputs)
        .replace('\'', '"');
  }
}
