// MLOperand, and the dictionary MLOperandDescriptor that describes operands and tensors.
(function (host, globals, internals) {
  'use strict';
  const { KEY, requireKey, defineInterface, webnn } = internals;
  const { freeze } = globals.Object;
  const { parse } = globals.JSON;
  const { TypeError } = globals;

  class MLOperand {
    #java;
    #shape;

    static {
      const is = (value) => #java in value;
      const javaOf = (operand) => operand.#java;
      webnn.operandOf = (value, what) => webnn.objectOf(value, what, 'MLOperand', is, javaOf);
      webnn.newOperand = (java) => new MLOperand(KEY, java);
    }

    constructor(key, java) {
      requireKey(key);
      this.#java = java;
    }

    get dataType() { return host.operandDataType(this.#java); }
    get shape() { return this.#shape ??= freeze(webnn.copyList(host.operandShape(this.#java))); }
  }
  defineInterface(MLOperand, { length: 0 });

  const toDataType = webnn.converter(parse(host.dataTypes));
  const toShape = webnn.converter({ kind: 'sequence', items: { kind: 'unsigned long', enforceRange: true } });

  function required(dictionary, member, what, convert) {
    const value = dictionary[member];
    if (value === undefined) throw new TypeError(`${what}: the member ${member} is required`);
    return convert(value, `${what}: ${member}`);
  }

  function toDescriptor(value, what) {
    const dictionary = webnn.toDictionary(value, what);
    const dataType = required(dictionary, 'dataType', what, toDataType);
    const shape = required(dictionary, 'shape', what, toShape);
    return { dataType, shape, dictionary };
  }

  // MLTensorDescriptor inherits the members of MLOperandDescriptor, which therefore come first.
  function toTensorDescriptor(value, what) {
    const { dataType, shape, dictionary } = toDescriptor(value, what);
    return { dataType, shape, readable: !!dictionary.readable, writable: !!dictionary.writable };
  }

  Object.assign(webnn, { toDataType, toDescriptor, toTensorDescriptor });
})
