// MLTensor
(function (host, globals, internals) {
  'use strict';
  const { KEY, requireKey, defineInterface, webnn } = internals;
  const { freeze } = globals.Object;

  class MLTensor {
    #java;
    #shape;

    static {
      const is = (value) => #java in value;
      const javaOf = (tensor) => tensor.#java;
      webnn.tensorOf = (value, what) => webnn.objectOf(value, what, 'MLTensor', is, javaOf);
      webnn.isTensor = (value) => webnn.isObject(value) && is(value);
      webnn.newTensor = (java) => new MLTensor(KEY, java);
    }

    constructor(key, java) {
      requireKey(key);
      this.#java = java;
      this.#shape = freeze(webnn.copyList(host.tensorShape(java)));
    }

    get dataType() { return host.tensorDataType(this.#java); }
    get shape() { return this.#shape; }
    get readable() { return host.tensorReadable(this.#java); }
    get writable() { return host.tensorWritable(this.#java); }
    get constant() { return host.tensorConstant(this.#java); }
    destroy() { host.destroyTensor(this.#java); }
  }
  defineInterface(MLTensor, { length: 0 });
})
