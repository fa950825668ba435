package dev.webnn4j.js.idl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.graph.Graph;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConstantTest {
  private final Script script = new Script();

  @AfterEach
  void close() {
    script.close();
  }

  /** The bytes of the constants of the graph built last, in hexadecimal. */
  private static List<String> constants() {
    Graph graph = FakeEngine.lastGraph();
    return graph.nodes().stream()
        .map(node -> graph.constants().get(node.operands().flat().getFirst()))
        .map(ConstantTest::hex)
        .toList();
  }

  private static String hex(MemorySegment data) {
    return HexFormat.of().formatHex(data.toArray(ValueLayout.JAVA_BYTE));
  }

  @Test
  void aNumberBecomesAScalarOfTheType() {
    script.check(
        "float32  | int64",
        """
        const constants = [
          builder.constant('float32', 1.5), builder.constant('int64', 2n ** 63n), builder.constant('uint8', -4),
          builder.constant('int8', 2.5), builder.constant('float16', 65536), builder.constant('uint64', 2n ** 64n - 1n),
          builder.constant('int32', NaN), builder.constant('int64', '7'),
        ];
        log(constants[0].dataType, constants[0].shape, '|', constants[1].dataType);
        await builder.build(Object.fromEntries(constants.map((c, i) => ['c' + i, builder.identity(c)])));
        """);
    assertEquals(
        List.of(
            "0000c03f",
            "ffffffffffffff7f",
            "00",
            "02",
            "007c",
            "ffffffffffffffff",
            "00000000",
            "0700000000000000"),
        constants());
  }

  @Test
  void aNumberMustBeOneAndTheTypeKnown() {
    script.check(
        """
        TypeError: constant: dataType 'float64' is not a valid value of MLOperandDataType
        TypeError
        NaN is a number
        TypeError: constant: tensor is not an MLTensor
        TypeError: constant: tensor is not an MLTensor
        TypeError: Failed to execute 'constant' on 'MLGraphBuilder': 1 argument required, but only 0 present.
        """,
        """
        log(thrown(() => builder.constant('float64', 1)));
        log(thrown(() => builder.constant('float32', Symbol())).split(':')[0]);
        builder.constant('float32', undefined);
        log('NaN is a number');
        log(thrown(() => builder.constant('float32')));
        log(thrown(() => builder.constant({ dataType: 'float32', shape: [] })));
        log(thrown(() => builder.constant()));
        """);
  }

  @Test
  void dataIsCopiedFromBuffersAndFittingViews() {
    script.check(
        "int32 2",
        """
        const type = { dataType: 'int32', shape: [2] };
        const data = new Int32Array([0, 1, 2, 3]);
        const shared = new SharedArrayBuffer(8);
        new Int32Array(shared).set([8, 9]);
        const constants = [
          builder.constant(type, data.subarray(1, 3)),
          builder.constant(type, data.slice(2).buffer),
          builder.constant(type, new Uint8Array(data.buffer, 4, 8)),
          builder.constant(type, shared),
          builder.constant({ dataType: 'float16', shape: [1] }, new Float16Array([1])),
          builder.constant({ dataType: 'float16', shape: [1] }, new Uint16Array([0x3c00])),
        ];
        data.fill(-1);
        new Int32Array(shared).fill(-1);
        log(constants[0].dataType, constants[0].shape);
        await builder.build(Object.fromEntries(constants.map((c, i) => ['c' + i, builder.identity(c)])));
        """);
    assertEquals(
        List.of(
            "0100000002000000",
            "0200000003000000",
            "0100000002000000",
            "0800000009000000",
            "003c",
            "003c"),
        constants());
  }

  @Test
  void elementsOfFourBitsComePacked() {
    script.check(
        """
        int4 3 uint4 3 int4 uint4
        float32 3
        TypeError: the data has 3 bytes; a tensor of uint4[3] takes 2
        TypeError: constant: buffer is a Uint16Array, which does not hold elements of int4
        """,
        """
        const type = (dataType) => ({ dataType, shape: [3] });
        const constants = [
          builder.constant(type('int4'), new Uint8Array([0x21, 0x0f])),
          builder.constant(type('uint4'), new Uint8Array([0x43, 0x05])),
          builder.constant('int4', -9), builder.constant('uint4', 99),
        ];
        log(...constants.map((c) => `${c.dataType} ${c.shape}`.trim()));
        const floats = constants.map((c) =>
          builder.dequantizeLinear(c, builder.constant('float32', 2), builder.constant(c.dataType, 1)));
        log(floats[0].dataType, floats[0].shape);
        log(thrown(() => builder.constant(type('uint4'), new Uint8Array(3))));
        log(thrown(() => builder.constant(type('int4'), new Uint16Array(1))));
        await builder.build(Object.fromEntries(floats.map((f, i) => ['f' + i, f])));
        """);
    assertEquals(List.of("210f", "4305", "08", "0f"), constants());
  }

  @Test
  void dataThatDoesNotFitIsRefused() {
    script.check(
        """
        TypeError: constant: buffer is a Uint32Array, which does not hold elements of int32
        TypeError: constant: buffer is a DataView, which does not hold elements of int32
        TypeError: constant: buffer is a Uint8ClampedArray, which does not hold elements of int32
        TypeError: the data has 4 bytes; a tensor of int32[2] takes 8
        TypeError: the data has 0 bytes; a tensor of int32[2] takes 8
        TypeError: constant: buffer must not have a resizable buffer
        TypeError: constant: buffer is not a buffer or a view of one
        TypeError: constant: buffer is not a buffer or a view of one
        TypeError: constant: buffer is not a buffer or a view of one
        """,
        """
        const detached = new ArrayBuffer(8);
        detached.transfer();
        for (const data of [new Uint32Array(2), new DataView(new ArrayBuffer(8)), new Uint8ClampedArray(8), new Int32Array(1),
            detached, new ArrayBuffer(8, { maxByteLength: 16 }), [1, 2], undefined, { byteLength: 8 }]) {
          log(thrown(() => builder.constant({ dataType: 'int32', shape: [2] }, data)));
        }
        """);
  }

  @Test
  void descriptorsAreDictionaries() {
    script.check(
        """
        TypeError: constant: descriptor: the member dataType is required
        TypeError: constant: descriptor: the member dataType is required
        TypeError: constant: descriptor: the member shape is required
        TypeError: constant: descriptor: shape is not iterable
        TypeError: constant: descriptor: shape[0] is -1; it must be from 0 to 4294967295
        TypeError: shape [2, 0]: dimension 1 must be within 1 to 2147483647
        TypeError: shape [4294967295]: dimension 0 must be within 1 to 2147483647
        TypeError: a constant of float32[1, 1, 1, 1, 1, 1, 1, 1, 1] has rank 9; at most 8 is allowed
        """,
        """
        for (const descriptor of [null, {}, { dataType: 'int8' }, { dataType: 'int8', shape: 2 }, f32(-1), f32(2, 0),
            f32(4294967295), f32(1, 1, 1, 1, 1, 1, 1, 1, 1)]) {
          log(thrown(() => builder.constant(descriptor, new Float32Array(1))));
        }
        """);
  }

  @Test
  void aConstantTensorBecomesAConstant() {
    script.check(
        """
        true false false float32 2 2
        float32 2
        TypeError: the tensor float32[2] is not a constant
        TypeError: constant: the tensor float32[2] is destroyed
        TypeError: the tensor float32[2] belongs to another context
        """,
        """
        const data = new Float32Array([3, 4]);
        const tensor = await context.createConstantTensor(f32(2), data);
        log(tensor.constant, tensor.readable, tensor.writable, tensor.dataType, tensor.shape, data[0] - 1);
        const constant = builder.constant(tensor);
        log(constant.dataType, constant.shape);
        await builder.build({ c: builder.identity(constant) });
        const next = new MLGraphBuilder(context);
        const plain = await context.createTensor(f32(2));
        log(thrown(() => next.constant(plain)));
        tensor.destroy();
        log(thrown(() => next.constant(tensor)));
        const other = await navigator.ml.createContext();
        const foreign = await other.createConstantTensor(f32(2), data);
        log(thrown(() => next.constant(foreign)));
        """);
    assertEquals(List.of("0000404000008040"), constants());
  }
}
