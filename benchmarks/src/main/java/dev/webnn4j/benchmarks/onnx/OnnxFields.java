package dev.webnn4j.benchmarks.onnx;

/**
 * The numbers of the fields in ONNX's messages, from its public specification (<a
 * href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>): those that the
 * benchmarks read or write.
 */
final class OnnxFields {
  private OnnxFields() {}

  /** ModelProto. */
  static final class Model {
    static final int IR_VERSION = 1;
    static final int GRAPH = 7;
    static final int OPSET_IMPORT = 8;

    private Model() {}
  }

  /** OperatorSetIdProto. */
  static final class OperatorSet {
    static final int DOMAIN = 1;
    static final int VERSION = 2;

    private OperatorSet() {}
  }

  /** GraphProto. */
  static final class Graph {
    static final int NODE = 1;
    static final int NAME = 2;
    static final int INITIALIZER = 5;
    static final int INPUT = 11;
    static final int OUTPUT = 12;

    private Graph() {}
  }

  /** NodeProto. */
  static final class Node {
    static final int INPUT = 1;
    static final int OUTPUT = 2;
    static final int OP_TYPE = 4;
    static final int ATTRIBUTE = 5;
    static final int DOMAIN = 7;

    private Node() {}
  }

  /** AttributeProto, and what it calls the kinds of its values. */
  static final class Attribute {
    static final int NAME = 1;
    static final int FLOAT = 2;
    static final int INT = 3;
    static final int STRING = 4;
    static final int INTS = 8;
    static final int TYPE = 20;

    static final int TYPE_FLOAT = 1;
    static final int TYPE_INT = 2;
    static final int TYPE_STRING = 3;
    static final int TYPE_INTS = 7;

    private Attribute() {}
  }

  /** TensorProto. */
  static final class Tensor {
    static final int DIMS = 1;
    static final int DATA_TYPE = 2;
    static final int NAME = 8;
    static final int RAW_DATA = 9;

    private Tensor() {}
  }

  /** ValueInfoProto. */
  static final class ValueInfo {
    static final int NAME = 1;
    static final int TYPE = 2;

    private ValueInfo() {}
  }

  /** TypeProto and what lies in it: TypeProto.Tensor, TensorShapeProto, its Dimension. */
  static final class Type {
    static final int TENSOR = 1;
    static final int TENSOR_ELEMENT = 1;
    static final int TENSOR_SHAPE = 2;
    static final int SHAPE_DIMENSION = 1;
    static final int DIMENSION_VALUE = 1;

    private Type() {}
  }
}
