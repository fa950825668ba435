// MLGraph
(function (host, globals, internals) {
  'use strict';
  const { KEY, requireKey, defineInterface, webnn } = internals;

  class MLGraph {
    #java;

    static {
      const is = (value) => #java in value;
      const javaOf = (graph) => graph.#java;
      webnn.graphOf = (value, what) => webnn.objectOf(value, what, 'MLGraph', is, javaOf);
      webnn.newGraph = (java) => new MLGraph(KEY, java);
    }

    constructor(key, java) {
      requireKey(key);
      this.#java = java;
    }

    destroy() { host.destroyGraph(this.#java); }
  }
  defineInterface(MLGraph, { length: 0 });
})
