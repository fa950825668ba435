package dev.webnn4j.js.idl;

import dev.webnn4j.MLContext;
import dev.webnn4j.MLTensor;
import dev.webnn4j.MLTensorDescriptor;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.graalvm.polyglot.Value;

/** What {@code idl/context.js} and {@code idl/tensor.js} call to make, fill and read tensors. */
final class TensorFunctions {
  private final Scratch scratch = new Scratch();
  private final JsPromises promises;

  TensorFunctions(JsPromises promises) {
    this.promises = promises;
  }

  void addTo(HostFunctions functions) {
    functions
        .function(
            "createTensor",
            args ->
                create(
                    args[0].asHostObject(),
                    new MLTensorDescriptor(
                        JsData.descriptor(args[1], args[2]),
                        args[3].asBoolean(),
                        args[4].asBoolean()),
                    args[5]))
        .function("createConstantTensor", this::createConstant)
        .function(
            "readTensor",
            args -> read(args[0].asHostObject(), args[1].asHostObject(), args[2], args[3]))
        .function("writeTensor", this::write)
        .function("tensorDataType", args -> tensor(args).dataType().idlName())
        .function("tensorShape", args -> JsData.shape(tensor(args).shape()))
        .function("tensorReadable", args -> tensor(args).isReadable())
        .function("tensorWritable", args -> tensor(args).isWritable())
        .function("tensorConstant", args -> tensor(args).isConstant())
        .function("destroyTensor", args -> destroy(tensor(args)));
  }

  private static MLTensor tensor(Value[] args) {
    return args[0].asHostObject();
  }

  private Value create(MLContext context, MLTensorDescriptor descriptor, Value wrap) {
    return created(context, context.createTensor(descriptor), wrap);
  }

  private Value createConstant(Value[] args) {
    MLContext context = args[0].asHostObject();
    MLTensor tensor =
        context.createConstantTensor(
            JsData.descriptor(args[1], args[2]), JsData.bytes(args[3], args[4], args[5]));
    return created(context, tensor, args[6]);
  }

  private Value created(MLContext context, MLTensor tensor, Value wrap) {
    return promises.of(
        CompletableFuture.completedFuture(tensor),
        made -> {
          if (context.isLost()) {
            throw new IllegalStateException("the context was lost before the tensor was made");
          }
          return wrap.execute(made);
        });
  }

  /**
   * Reads a tensor.
   *
   * @param room the bytes that the caller's buffer has; null for a new buffer
   * @param deliver copies the bytes to JavaScript and gives what the promise is fulfilled with
   */
  private Value read(MLContext context, MLTensor tensor, Value room, Value deliver) {
    long size = tensor.type().byteLength();
    if (!room.isNull() && room.asLong() < size && !tensor.isDestroyed()) {
      throw new IllegalArgumentException(
          "the buffer has "
              + room.asLong()
              + " bytes; a tensor of "
              + tensor.type()
              + " needs "
              + size);
    }
    int length = Math.toIntExact(size);
    byte[] bytes = scratch.take(length);
    return promises.of(
        context.readTensorAsync(tensor, MemorySegment.ofArray(bytes).asSlice(0, length)),
        _ -> {
          // Destroying a tensor rejects what is pending for scripts, though the bytes may be here.
          if (tensor.isDestroyed()) {
            throw new IllegalStateException("the tensor was destroyed before it was read");
          }
          Value delivered = deliver.execute(ByteBuffer.wrap(bytes, 0, length).slice());
          scratch.give(bytes);
          return delivered;
        });
  }

  private boolean write(Value[] args) {
    MLContext context = args[0].asHostObject();
    int length = args[4].asInt();
    byte[] bytes = scratch.take(length);
    JsData.copy(args[2], args[3].asLong(), bytes, length);
    context.writeTensor(args[1].asHostObject(), MemorySegment.ofArray(bytes).asSlice(0, length));
    scratch.give(bytes);
    return true;
  }

  private static boolean destroy(MLTensor tensor) {
    tensor.destroy();
    return true;
  }
}
