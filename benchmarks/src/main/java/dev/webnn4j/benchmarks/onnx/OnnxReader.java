package dev.webnn4j.benchmarks.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Reads ONNX files: operators of ONNX's own, weights as raw bytes, sizes that are all known. Each
 * method reads one message to its end and skips the fields it does not need.
 */
public final class OnnxReader {
  private OnnxReader() {}

  /**
   * @throws OnnxException if the file is none of ONNX, or has what the benchmarks do not read
   */
  public static OnnxModel read(Path file) throws IOException {
    try {
      return model(CodedInputStream.newInstance(Files.readAllBytes(file)));
    } catch (InvalidProtocolBufferException damaged) {
      throw new OnnxException(file + " is no ONNX file, or damaged: " + damaged.getMessage());
    } catch (OnnxException unfit) {
      throw new OnnxException(file + ": " + unfit.getMessage());
    }
  }

  private static CodedInputStream inner(CodedInputStream in) throws IOException {
    return in.readBytes().newCodedInput();
  }

  private static OnnxModel model(CodedInputStream in) throws IOException {
    long irVersion = 0;
    long opset = 0;
    Optional<CodedInputStream> graph = Optional.empty();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case OnnxFields.Model.IR_VERSION -> irVersion = in.readInt64();
        case OnnxFields.Model.GRAPH -> graph = Optional.of(inner(in));
        case OnnxFields.Model.OPSET_IMPORT -> opset = Math.max(opset, opset(inner(in)));
        default -> in.skipField(tag);
      }
    }
    if (opset == 0 || graph.isEmpty()) {
      throw new OnnxException("there is no graph of ONNX's operators in it");
    }
    return graph(irVersion, opset, graph.get());
  }

  /** The version of ONNX's own operators, 0 for other sets. */
  private static long opset(CodedInputStream in) throws IOException {
    String domain = "";
    long version = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case OnnxFields.OperatorSet.DOMAIN -> domain = in.readString();
        case OnnxFields.OperatorSet.VERSION -> version = in.readInt64();
        default -> in.skipField(tag);
      }
    }
    return domain.isEmpty() ? version : 0;
  }

  private static OnnxModel graph(long irVersion, long opset, CodedInputStream in)
      throws IOException {
    String name = "";
    List<OnnxNode> nodes = new ArrayList<>();
    SequencedMap<String, OnnxConstant> constants = new LinkedHashMap<>();
    List<OnnxValue> inputs = new ArrayList<>();
    List<OnnxValue> outputs = new ArrayList<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case OnnxFields.Graph.NODE -> nodes.add(node(inner(in)));
        case OnnxFields.Graph.NAME -> name = in.readString();
        case OnnxFields.Graph.INITIALIZER -> {
          OnnxConstant constant = constant(inner(in));
          constants.put(constant.name(), constant);
        }
        case OnnxFields.Graph.INPUT -> inputs.add(value(inner(in)));
        case OnnxFields.Graph.OUTPUT -> outputs.add(value(inner(in)));
        default -> in.skipField(tag);
      }
    }
    return new OnnxModel(irVersion, opset, name, nodes, constants, inputs, outputs);
  }

  private static OnnxNode node(CodedInputStream in) throws IOException {
    String opType = "";
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    Map<String, OnnxAttribute> attributes = new LinkedHashMap<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case OnnxFields.Node.INPUT -> inputs.add(in.readString());
        case OnnxFields.Node.OUTPUT -> outputs.add(in.readString());
        case OnnxFields.Node.OP_TYPE -> opType = in.readString();
        case OnnxFields.Node.ATTRIBUTE -> attribute(inner(in), attributes);
        case OnnxFields.Node.DOMAIN -> requireOwnDomain(in.readString());
        default -> in.skipField(tag);
      }
    }
    return new OnnxNode(opType, inputs, outputs, attributes);
  }

  private static void requireOwnDomain(String domain) {
    if (!domain.isEmpty() && !domain.equals("ai.onnx")) {
      throw new OnnxException("it has an operator of the domain " + domain);
    }
  }

  private static void attribute(CodedInputStream in, Map<String, OnnxAttribute> attributes)
      throws IOException {
    String name = "";
    long type = 0;
    float real = 0;
    long integer = 0;
    String text = "";
    List<Long> integers = new ArrayList<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case OnnxFields.Attribute.NAME -> name = in.readString();
        case OnnxFields.Attribute.TYPE -> type = in.readInt64();
        case OnnxFields.Attribute.FLOAT -> real = in.readFloat();
        case OnnxFields.Attribute.INT -> integer = in.readInt64();
        case OnnxFields.Attribute.STRING -> text = in.readString();
        case OnnxFields.Attribute.INTS -> integers(tag, in, integers);
        default -> in.skipField(tag);
      }
    }
    OnnxAttribute value =
        switch ((int) type) {
          case OnnxFields.Attribute.TYPE_FLOAT -> new OnnxAttribute.Real(real);
          case OnnxFields.Attribute.TYPE_INT -> new OnnxAttribute.Int(integer);
          case OnnxFields.Attribute.TYPE_STRING -> new OnnxAttribute.Text(text);
          case OnnxFields.Attribute.TYPE_INTS -> new OnnxAttribute.Ints(integers);
          default ->
              throw new OnnxException(
                  "the attribute " + name + " is of type " + type + ", which is not read");
        };
    attributes.put(name, value);
  }

  /** Integers one by one, or packed into one field. */
  private static void integers(int tag, CodedInputStream in, List<Long> list) throws IOException {
    if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_VARINT) {
      list.add(in.readInt64());
      return;
    }
    CodedInputStream packed = inner(in);
    while (!packed.isAtEnd()) {
      list.add(packed.readInt64());
    }
  }

  private static OnnxConstant constant(CodedInputStream in) throws IOException {
    String name = "";
    long type = 0;
    List<Long> shape = new ArrayList<>();
    ByteString data = ByteString.EMPTY;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case OnnxFields.Tensor.DIMS -> integers(tag, in, shape);
        case OnnxFields.Tensor.DATA_TYPE -> type = in.readInt64();
        case OnnxFields.Tensor.NAME -> name = in.readString();
        case OnnxFields.Tensor.RAW_DATA -> data = in.readBytes();
        default -> in.skipField(tag);
      }
    }
    return new OnnxConstant(
        name,
        new MLOperandDescriptor(OnnxTypes.of(type), Shape.of(shape)),
        MemorySegment.ofArray(data.toByteArray()));
  }

  private static OnnxValue value(CodedInputStream in) throws IOException {
    String name = "";
    Optional<MLOperandDescriptor> type = Optional.empty();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case OnnxFields.ValueInfo.NAME -> name = in.readString();
        case OnnxFields.ValueInfo.TYPE -> type = type(inner(in));
        default -> in.skipField(tag);
      }
    }
    if (type.isEmpty()) {
      throw new OnnxException("'" + name + "' is no tensor");
    }
    return new OnnxValue(name, type.get());
  }

  private static Optional<MLOperandDescriptor> type(CodedInputStream in) throws IOException {
    Optional<MLOperandDescriptor> type = Optional.empty();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == OnnxFields.Type.TENSOR) {
        type = Optional.of(tensor(inner(in)));
      } else {
        in.skipField(tag);
      }
    }
    return type;
  }

  private static MLOperandDescriptor tensor(CodedInputStream in) throws IOException {
    MLOperandDataType element = MLOperandDataType.FLOAT32;
    List<Long> shape = new ArrayList<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case OnnxFields.Type.TENSOR_ELEMENT -> element = OnnxTypes.of(in.readInt64());
        case OnnxFields.Type.TENSOR_SHAPE -> shape(inner(in), shape);
        default -> in.skipField(tag);
      }
    }
    return new MLOperandDescriptor(element, Shape.of(shape));
  }

  private static void shape(CodedInputStream in, List<Long> shape) throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == OnnxFields.Type.SHAPE_DIMENSION) {
        shape.add(dimension(inner(in)));
      } else {
        in.skipField(tag);
      }
    }
  }

  private static long dimension(CodedInputStream in) throws IOException {
    long size = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == OnnxFields.Type.DIMENSION_VALUE) {
        size = in.readInt64();
      } else {
        in.skipField(tag);
      }
    }
    if (size <= 0) {
      throw new OnnxException("a size of an input or output is not known; write the file with it");
    }
    return size;
  }
}
