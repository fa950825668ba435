package dev.webnn4j.js.idl;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Making, filling and reading tensors. */
class TensorTest {
  private final Script script = new Script();

  @AfterEach
  void close() {
    script.close();
  }

  @Test
  void aTensorIsWhatItsDescriptorSays() {
    script.check(
        """
        [object MLTensor] int8 2,3 false false false
        true true
        0,0,0,0
        """,
        """
        const plain = await context.createTensor({ dataType: 'int8', shape: [2, 3] });
        log(String(plain), plain.dataType, plain.shape, plain.readable, plain.writable, plain.constant);
        const tensor = await context.createTensor({ ...f32(1), readable: 1, writable: 'yes' });
        log(tensor.readable, tensor.writable);
        log(new Uint8Array(await context.readTensor(tensor)));
        """);
  }

  @Test
  void descriptorsThatAreWrongReject() {
    script.check(
        """
        TypeError: Failed to execute 'createTensor' on 'MLContext': 1 argument required, but only 0 present.
        TypeError: createTensor: descriptor: the member dataType is required
        TypeError: createTensor: descriptor: the member shape is required
        TypeError: shape [0]: dimension 0 must be within 1 to 2147483647
        TypeError: a tensor of float32[536870912] takes more than 2147483647 bytes
        TypeError: a tensor of float32[2147483647, 2147483647, 2147483647, 2147483647] takes more than 2147483647 bytes
        """,
        """
        log(await rejected(() => context.createTensor()));
        for (const descriptor of [undefined, { dataType: 'int8' }, f32(0), f32(536870912), f32(...Array(4).fill(2147483647))]) {
          log(await rejected(() => context.createTensor(descriptor)));
        }
        """);
  }

  @Test
  void descriptorsAreReadInTheOrderOfTheSpecification() {
    script.check(
        "dataType shape readable writable",
        """
        const read = [];
        await context.createTensor(new Proxy(f32(1), { get(target, key) { read.push(key); return target[key]; } }));
        log(read.join(' '));
        """);
  }

  @Test
  void writingTakesEveryKindOfData() {
    script.check(
        """
        1,2 3,4 5,6 7,8 9,10 11,12
        """,
        """
        const tensor = await context.createTensor({ dataType: 'int32', shape: [2], readable: true, writable: true });
        const shared = new SharedArrayBuffer(8);
        new Int32Array(shared).set([7, 8]);
        const seen = [];
        for (const data of [new Int32Array([1, 2]), new Uint32Array([0, 3, 4]).subarray(1), new Int32Array([5, 6]).buffer, shared,
            new DataView(new Int32Array([0, 0, 9, 10]).buffer, 8), new BigInt64Array([(12n << 32n) + 11n])]) {
          context.writeTensor(tensor, data);
          new Uint8Array(data.buffer ?? data).fill(99);
          seen.push(new Int32Array(await context.readTensor(tensor)).join());
        }
        log(...seen);
        """);
  }

  @Test
  void writingWhatDoesNotFitThrows() {
    script.check(
        """
        TypeError: Failed to execute 'writeTensor' on 'MLContext': 2 arguments required, but only 1 present.
        TypeError: writeTensor: tensor is not an MLTensor
        TypeError: writeTensor: inputData is not a buffer or a view of one
        TypeError: the data has 4 bytes; a tensor of float32[2] takes 8
        TypeError: the data has 12 bytes; a tensor of float32[2] takes 8
        TypeError: the data has 0 bytes; a tensor of float32[2] takes 8
        TypeError: the data has 0 bytes; a tensor of float32[2] takes 8
        TypeError: the tensor float32[2] is not writable
        TypeError: the tensor float32[2] belongs to another context
        InvalidStateError: the tensor float32[2] is closed
        """,
        """
        const type = { ...f32(2), writable: true };
        const tensor = await context.createTensor(type);
        const data = new Float32Array(2);
        const detached = new Float32Array(2);
        detached.buffer.transfer();
        log(thrown(() => context.writeTensor(tensor)));
        log(thrown(() => context.writeTensor({}, data)));
        for (const wrong of [[1, 2], new Float32Array(1), new Float32Array(3), detached, detached.buffer]) {
          log(thrown(() => context.writeTensor(tensor, wrong)));
        }
        log(thrown(() => context.writeTensor(unwritable, data)));
        log(thrown(() => context.writeTensor(foreign, data)));
        tensor.destroy();
        tensor.destroy();
        log(thrown(() => context.writeTensor(tensor, data)));
        """
            .replace(
                "const data =",
                "const unwritable = await context.createTensor(f32(2));\n"
                    + "const foreign = await (await"
                    + " navigator.ml.createContext()).createTensor(type);\n"
                    + "const data ="));
  }

  /** Packed, the low half of a byte first; an odd last element has a byte of its own. */
  @Test
  void twoElementsOfFourBitsShareAByte() {
    script.check(
        """
        int4 3 2: 33,241 67,2
        uint4 3 2: 33,241 67,2
        int4  1: 15 7
        uint4  1: 15 7
        TypeError: the data has 3 bytes; a tensor of int4[3] takes 2
        TypeError: the buffer has 1 bytes; a tensor of int4[3] needs 2
        """,
        """
        const make = (dataType, shape) => context.createTensor({ dataType, shape, readable: true, writable: true });
        for (const shape of [[3], []]) {
          for (const dataType of ['int4', 'uint4']) {
            const tensor = await make(dataType, shape);
            const bytes = shape.length ? [0x21, 0xf1] : [0x0f];
            context.writeTensor(tensor, new Uint8Array(bytes));
            const whole = await context.readTensor(tensor);
            context.writeTensor(tensor, new Uint8Array(shape.length ? [0x43, 0x02] : [7]).buffer);
            const into = new Uint8Array(whole.byteLength);
            await context.readTensor(tensor, into);
            log(tensor.dataType, tensor.shape, `${whole.byteLength}:`, new Uint8Array(whole), into);
          }
        }
        const three = await make('int4', [3]);
        log(thrown(() => context.writeTensor(three, new Uint8Array(3))));
        log(await rejected(() => context.readTensor(three, new Uint8Array(1))));
        """);
  }

  @Test
  void readingGivesABufferOfThePagesOwn() {
    script.check(
        "[object ArrayBuffer] true true 8 1,2\ntrue 0 8",
        """
        const tensor = await context.createTensor({ ...f32(2), readable: true, writable: true });
        context.writeTensor(tensor, new Float32Array([1, 2]));
        const buffer = await context.readTensor(tensor);
        const other = await context.readTensor(tensor);
        log(String(buffer), buffer instanceof ArrayBuffer, buffer !== other, buffer.byteLength, new Float32Array(buffer));
        const moved = buffer.transfer();
        log(buffer.detached, buffer.byteLength, moved.byteLength);
        """);
  }

  @Test
  void readingIntoBuffersFillsTheirFirstBytes() {
    script.check(
        """
        undefined 1,2
        undefined 0,1,2,0
        undefined 1,2,9
        undefined 1,2
        undefined 1,2
        """,
        """
        const tensor = await context.createTensor({ ...f32(2), readable: true, writable: true });
        context.writeTensor(tensor, new Float32Array([1, 2]));
        const whole = new ArrayBuffer(8);
        log(await context.readTensor(tensor, whole), new Float32Array(whole));
        const part = new Float32Array(4);
        log(await context.readTensor(tensor, part.subarray(1, 3)), part);
        const larger = new Float32Array([7, 8, 9]);
        log(await context.readTensor(tensor, larger), larger);
        const shared = new SharedArrayBuffer(8);
        log(await context.readTensor(tensor, shared), new Float32Array(shared));
        const bytes = new DataView(new ArrayBuffer(8));
        log(await context.readTensor(tensor, bytes), new Float32Array(bytes.buffer));
        """);
  }

  @Test
  void readingWhatIsNotToBeReadRejects() {
    script.check(
        """
        TypeError: Failed to execute 'readTensor' on 'MLContext': 1 argument required, but only 0 present.
        TypeError: readTensor: tensor is not an MLTensor
        TypeError: readTensor: outputData is not a buffer or a view of one
        TypeError: the buffer has 4 bytes; a tensor of float32[2] needs 8
        TypeError: the buffer has 0 bytes; a tensor of float32[2] needs 8
        TypeError: readTensor: outputData must not have a resizable buffer
        TypeError: the tensor float32[2] is not readable
        TypeError: the tensor float32[2] belongs to another context
        InvalidStateError: the tensor float32[2] is closed
        """,
        """
        const type = { ...f32(2), readable: true };
        const tensor = await context.createTensor(type);
        const foreign = await (await navigator.ml.createContext()).createTensor(type);
        const unreadable = await context.createTensor(f32(2));
        const detached = new ArrayBuffer(8);
        detached.transfer();
        log(await rejected(() => context.readTensor()));
        log(await rejected(() => context.readTensor(null)));
        for (const target of [undefined, new Float32Array(1), detached, new ArrayBuffer(8, { maxByteLength: 8 })]) {
          log(await rejected(() => context.readTensor(tensor, target)));
        }
        log(await rejected(() => context.readTensor(unreadable)));
        log(await rejected(() => context.readTensor(foreign)));
        tensor.destroy();
        log(await rejected(() => context.readTensor(tensor, new ArrayBuffer(1))));
        """);
  }

  @Test
  void aBufferThatIsDetachedMeanwhileRejects() {
    script.check(
        "TypeError: readTensor: outputData was detached before it could be filled\ntrue",
        """
        const tensor = await context.createTensor({ ...f32(2), readable: true });
        const target = new Float32Array(2);
        const pending = context.readTensor(tensor, target);
        target.buffer.transfer();
        log(await rejected(() => pending));
        log((await context.readTensor(tensor)).byteLength === 8);
        """);
  }

  @Test
  void destroyingATensorRejectsItsPendingReads() {
    script.check(
        """
        InvalidStateError: the tensor was destroyed before it was read
        InvalidStateError
        8
        """,
        """
        const make = () => context.createTensor({ ...f32(2), readable: true });
        const [tensor, other, third] = [await make(), await make(), await make()];
        const pending = context.readTensor(tensor);
        // Long enough for the bytes to arrive; the page has not seen them yet.
        for (const start = Date.now(); Date.now() - start < 50;);
        tensor.destroy();
        log(await rejected(() => pending));
        const graph = await builder.build({ y: builder.relu(builder.input('x', f32(2)), { label: 'slow' }) });
        context.dispatch(graph, { x: third }, { y: other });
        const waiting = context.readTensor(other);
        const unaffected = context.readTensor(third);
        other.destroy();
        log((await rejected(() => waiting)).split(':')[0]);
        log((await unaffected).byteLength);
        """);
  }

  @Test
  void constantTensorsAreStrictAboutTheirData() {
    script.check(
        """
        TypeError: Failed to execute 'createConstantTensor' on 'MLContext': 2 arguments required, but only 1 present.
        TypeError: createConstantTensor: inputData is a Int32Array, which does not hold elements of float32
        TypeError: the data has 12 bytes; a tensor of float32[2] takes 8
        TypeError: shape [0]: dimension 0 must be within 1 to 2147483647
        TypeError: the tensor float32[2] is not readable
        TypeError: the tensor float32[2] is not writable
        """,
        """
        log(await rejected(() => context.createConstantTensor(f32(2))));
        log(await rejected(() => context.createConstantTensor(f32(2), new Int32Array(2))));
        log(await rejected(() => context.createConstantTensor(f32(2), new Float32Array(3))));
        log(await rejected(() => context.createConstantTensor(f32(0), new Float32Array(0))));
        const tensor = await context.createConstantTensor(f32(2), new Float32Array(2));
        log(await rejected(() => context.readTensor(tensor)));
        log(thrown(() => context.writeTensor(tensor, new Float32Array(2))));
        """);
  }

  @Test
  void transfersOfDifferentSizesDoNotMix() {
    script.check(
        """
        100000:1:1 2:2:2 70000:3:3 2:2:2 100000:1:1
        """,
        """
        const tensors = [];
        for (const [value, count] of [[1, 100000], [2, 2], [3, 70000]]) {
          const tensor = await context.createTensor({ ...f32(count), readable: true, writable: true });
          context.writeTensor(tensor, new Float32Array(count).fill(value));
          tensors.push(tensor);
        }
        const [large, small, medium] = tensors;
        const show = (buffer) => { const data = new Float32Array(buffer); return `${data.length}:${data[0]}:${data.at(-1)}`; };
        const pending = [large, small, medium, small].map((tensor) => context.readTensor(tensor));
        const seen = (await Promise.all(pending)).map(show);
        context.writeTensor(small, new Float32Array([9, 9]));
        log(...seen, show(await context.readTensor(large)));
        """);
  }

  /** Element by element 16 MB would take seconds. */
  @Test
  void largeTensorsCrossInBulk() {
    script.check(
        "true true true",
        """
        const count = 4 << 20;
        const tensor = await context.createTensor({ dataType: 'int32', shape: [count], readable: true, writable: true });
        const data = new Int32Array(count + 1);
        for (let i = 0; i < data.length; i += 1021) data[i] = i;
        data[count] = -1;
        const start = Date.now();
        context.writeTensor(tensor, data.subarray(1));
        const back = new Int32Array(await context.readTensor(tensor));
        await context.readTensor(tensor, data.subarray(0, count));
        const fast = Date.now() - start < 1500;
        let same = back[count - 1] === -1;
        for (let i = 0; i < count; i += 1021) same &&= back[i] === ((i + 1) % 1021 === 0 ? i + 1 : i === count - 1 ? -1 : 0);
        for (let i = 1020; i < count - 1; i += 1021) same &&= back[i] === i + 1 && data[i] === i + 1;
        log(same, back.length === count, fast);
        """);
  }
}
