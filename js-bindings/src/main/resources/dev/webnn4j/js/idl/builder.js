// MLGraphBuilder, but for the operators, which operators.js adds.
(function (host, globals, internals) {
  'use strict';
  const { defineInterface, webnn } = internals;
  const { promising, requireArguments } = webnn;

  class MLGraphBuilder {
    #java;
    #context;

    static { webnn.builderOf = (builder) => builder.#java; }

    constructor(context) {
      requireArguments(arguments.length, 1, "constructor 'MLGraphBuilder'");
      this.#context = webnn.contextOf(context, 'MLGraphBuilder: context');
      this.#java = host.createBuilder(this.#context);
    }

    input(name, descriptor) {
      const java = this.#java;
      requireArguments(arguments.length, 2, "'input' on 'MLGraphBuilder'");
      const text = webnn.toUSVString(name);
      const { dataType, shape } = webnn.toDescriptor(descriptor, 'input: descriptor');
      return webnn.newOperand(host.input(java, text, dataType, shape));
    }

    // constant(tensor), constant(descriptor, buffer) or constant(dataType, number).
    constant(first) {
      const java = this.#java;
      requireArguments(arguments.length, 1, "'constant' on 'MLGraphBuilder'");
      if (arguments.length === 1) {
        return webnn.newOperand(host.constantOfTensor(java, webnn.tensorOf(first, 'constant: tensor')));
      }
      const second = arguments[1];
      if (first === undefined || first === null || webnn.isObject(first)) {
        return webnn.newOperand(constantOfData(java, first, second));
      }
      const dataType = webnn.toDataType(first, 'constant: dataType');
      return webnn.newOperand(host.constantOfNumber(java, dataType, webnn.toMLNumber(second)));
    }

    build(outputs) {
      return promising(() => {
        const java = this.#java;
        requireArguments(arguments.length, 1, "'build' on 'MLGraphBuilder'");
        const { names, values } = webnn.toRecord(outputs, 'build: outputs', webnn.operandOf);
        return host.build(java, this.#context, names, values, webnn.newGraph);
      });
    }
  }
  defineInterface(MLGraphBuilder, { length: 1 });
  webnn.builderPrototype = MLGraphBuilder.prototype;

  function constantOfData(java, descriptor, data) {
    const { dataType, shape } = webnn.toDescriptor(descriptor, 'constant: descriptor');
    const source = webnn.toBufferSource(data, 'constant: buffer');
    webnn.requireViewOf(source, dataType, 'constant: buffer');
    return host.constantOfData(java, dataType, shape, source.buffer, source.offset, source.length);
  }
})
