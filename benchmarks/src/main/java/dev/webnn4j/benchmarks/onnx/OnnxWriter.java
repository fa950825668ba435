package dev.webnn4j.benchmarks.onnx;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what {@link OnnxReader} reads. */
public final class OnnxWriter {
  private OnnxWriter() {}

  public static void write(OnnxModel model, Path file) throws IOException {
    Files.write(file, bytes(model));
  }

  static byte[] bytes(OnnxModel model) {
    return message(
        out -> {
          out.writeInt64(OnnxFields.Model.IR_VERSION, model.irVersion());
          out.writeByteArray(OnnxFields.Model.GRAPH, graph(model));
          out.writeByteArray(
              OnnxFields.Model.OPSET_IMPORT,
              message(set -> set.writeInt64(OnnxFields.OperatorSet.VERSION, model.opset())));
        });
  }

  private interface Body {
    void write(CodedOutputStream out) throws IOException;
  }

  private static byte[] message(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      body.write(out);
      out.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] graph(OnnxModel model) {
    return message(
        out -> {
          for (OnnxNode node : model.nodes()) {
            out.writeByteArray(OnnxFields.Graph.NODE, node(node));
          }
          out.writeString(OnnxFields.Graph.NAME, model.name());
          for (OnnxConstant constant : model.constants().values()) {
            out.writeByteArray(OnnxFields.Graph.INITIALIZER, constant(constant));
          }
          for (OnnxValue input : model.inputs()) {
            out.writeByteArray(OnnxFields.Graph.INPUT, value(input));
          }
          for (OnnxValue output : model.outputs()) {
            out.writeByteArray(OnnxFields.Graph.OUTPUT, value(output));
          }
        });
  }

  private static byte[] node(OnnxNode node) {
    return message(
        out -> {
          for (String input : node.inputs()) {
            out.writeString(OnnxFields.Node.INPUT, input);
          }
          for (String output : node.outputs()) {
            out.writeString(OnnxFields.Node.OUTPUT, output);
          }
          out.writeString(OnnxFields.Node.OP_TYPE, node.opType());
          for (String name : node.attributes().keySet().stream().sorted().toList()) {
            out.writeByteArray(
                OnnxFields.Node.ATTRIBUTE, attribute(name, node.attributes().get(name)));
          }
        });
  }

  private static byte[] attribute(String name, OnnxAttribute attribute) {
    return message(
        out -> {
          out.writeString(OnnxFields.Attribute.NAME, name);
          switch (attribute) {
            case OnnxAttribute.Real(float value) -> {
              out.writeFloat(OnnxFields.Attribute.FLOAT, value);
              out.writeInt32(OnnxFields.Attribute.TYPE, OnnxFields.Attribute.TYPE_FLOAT);
            }
            case OnnxAttribute.Int(long value) -> {
              out.writeInt64(OnnxFields.Attribute.INT, value);
              out.writeInt32(OnnxFields.Attribute.TYPE, OnnxFields.Attribute.TYPE_INT);
            }
            case OnnxAttribute.Text(String value) -> {
              out.writeString(OnnxFields.Attribute.STRING, value);
              out.writeInt32(OnnxFields.Attribute.TYPE, OnnxFields.Attribute.TYPE_STRING);
            }
            case OnnxAttribute.Ints list -> {
              for (long value : list.values()) {
                out.writeInt64(OnnxFields.Attribute.INTS, value);
              }
              out.writeInt32(OnnxFields.Attribute.TYPE, OnnxFields.Attribute.TYPE_INTS);
            }
          }
        });
  }

  private static byte[] constant(OnnxConstant constant) {
    return message(
        out -> {
          for (long size : constant.type().shape().toList()) {
            out.writeInt64(OnnxFields.Tensor.DIMS, size);
          }
          out.writeInt64(
              OnnxFields.Tensor.DATA_TYPE, OnnxTypes.numberOf(constant.type().dataType()));
          out.writeString(OnnxFields.Tensor.NAME, constant.name());
          out.writeByteArray(
              OnnxFields.Tensor.RAW_DATA, constant.data().toArray(ValueLayout.JAVA_BYTE));
        });
  }

  private static byte[] value(OnnxValue value) {
    byte[] shape =
        message(
            out -> {
              for (long size : value.type().shape().toList()) {
                out.writeByteArray(
                    OnnxFields.Type.SHAPE_DIMENSION,
                    message(one -> one.writeInt64(OnnxFields.Type.DIMENSION_VALUE, size)));
              }
            });
    byte[] tensor =
        message(
            out -> {
              out.writeInt64(
                  OnnxFields.Type.TENSOR_ELEMENT, OnnxTypes.numberOf(value.type().dataType()));
              out.writeByteArray(OnnxFields.Type.TENSOR_SHAPE, shape);
            });
    return message(
        out -> {
          out.writeString(OnnxFields.ValueInfo.NAME, value.name());
          out.writeByteArray(
              OnnxFields.ValueInfo.TYPE,
              message(type -> type.writeByteArray(OnnxFields.Type.TENSOR, tensor)));
        });
  }
}
