// MLContext
(function (host, globals, internals) {
  'use strict';
  const { KEY, requireKey, defineInterface, webnn } = internals;
  const { promising, requireArguments, tensorOf, toRecord, toBufferSource } = webnn;
  const { parse } = globals.JSON;

  class MLContext {
    #java;
    #lost;

    static {
      const is = (value) => #java in value;
      const javaOf = (context) => context.#java;
      webnn.contextOf = (value, what) => webnn.objectOf(value, what, 'MLContext', is, javaOf);
      webnn.newContext = (java) => new MLContext(KEY, java);
    }

    constructor(key, java) {
      requireKey(key);
      this.#java = java;
      const { promise, resolve } = webnn.withResolvers();
      this.#lost = promise;
      host.whenLost(java, (message) => resolve({ message }));
    }

    dispatch(graph, inputs, outputs) {
      const java = this.#java;
      requireArguments(arguments.length, 3, "'dispatch' on 'MLContext'");
      const run = webnn.graphOf(graph, 'dispatch: graph');
      const given = toRecord(inputs, 'dispatch: inputs', tensorOf);
      const wanted = toRecord(outputs, 'dispatch: outputs', tensorOf);
      host.dispatch(java, run, given.names, given.values, wanted.names, wanted.values);
    }

    createTensor(descriptor) {
      return promising(() => {
        const java = this.#java;
        requireArguments(arguments.length, 1, "'createTensor' on 'MLContext'");
        const { dataType, shape, readable, writable } = webnn.toTensorDescriptor(descriptor, 'createTensor: descriptor');
        return host.createTensor(java, dataType, shape, readable, writable, webnn.newTensor);
      });
    }

    createConstantTensor(descriptor, inputData) {
      return promising(() => {
        const java = this.#java;
        requireArguments(arguments.length, 2, "'createConstantTensor' on 'MLContext'");
        const { dataType, shape } = webnn.toDescriptor(descriptor, 'createConstantTensor: descriptor');
        const source = toBufferSource(inputData, 'createConstantTensor: inputData');
        webnn.requireViewOf(source, dataType, 'createConstantTensor: inputData');
        const { buffer, offset, length } = source;
        return host.createConstantTensor(java, dataType, shape, buffer, offset, length, webnn.newTensor);
      });
    }

    readTensor(tensor) {
      return promising(() => {
        const java = this.#java;
        requireArguments(arguments.length, 1, "'readTensor' on 'MLContext'");
        const source = tensorOf(tensor, 'readTensor: tensor');
        if (arguments.length === 1) return host.readTensor(java, source, undefined, webnn.newBuffer);
        const target = toBufferSource(arguments[1], 'readTensor: outputData');
        return host.readTensor(java, source, target.length, (bytes) => webnn.fill(target, bytes, 'readTensor: outputData'));
      });
    }

    writeTensor(tensor, inputData) {
      const java = this.#java;
      requireArguments(arguments.length, 2, "'writeTensor' on 'MLContext'");
      const target = tensorOf(tensor, 'writeTensor: tensor');
      // Any view of as many bytes will do: web-platform-tests fill tensors of int32 from a Uint32Array.
      const { buffer, offset, length } = toBufferSource(inputData, 'writeTensor: inputData');
      host.writeTensor(java, target, buffer, offset, length);
    }

    opSupportLimits() { return parse(host.opSupportLimits(this.#java)); }
    destroy() { host.destroyContext(this.#java); }
    get accelerated() { return host.accelerated(this.#java); }
    get lost() { return promising(() => this.#lost); }
  }
  defineInterface(MLContext, { length: 0 });
})
