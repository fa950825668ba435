// Blob, File and URL.createObjectURL, https://w3c.github.io/FileAPI/
(function (host, globals, internals) {
  'use strict';
  const { viewOf, isBufferSource, encodeUtf8, decodeUtf8, defineInterface } = internals;
  let bytesOf;

  function concat(parts) {
    const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      joined.set(part, at);
      at += part.length;
    }
    return joined;
  }

  class Blob {
    #bytes;
    #type;

    static { bytesOf = (blob) => blob.#bytes; }

    constructor(parts = [], { type = '' } = {}) {
      if (typeof parts !== 'object' || parts === null || typeof parts[Symbol.iterator] !== 'function') {
        throw new TypeError("Failed to construct 'Blob': The provided value cannot be converted to a sequence.");
      }
      this.#bytes = concat([...parts].map((part) => {
        if (part instanceof Blob) return part.#bytes;
        return isBufferSource(part) ? viewOf(part) : encodeUtf8(part);
      }));
      this.#type = /[^\x20-\x7e]/.test(type) ? '' : String(type).toLowerCase();
    }

    get size() { return this.#bytes.length; }
    get type() { return this.#type; }
    slice(start = 0, end = this.size, type = '') {
      return new Blob([this.#bytes.slice(start, end)], { type });
    }
    async text() { return decodeUtf8(this.#bytes); }
    async arrayBuffer() { return this.#bytes.slice().buffer; }
    async bytes() { return this.#bytes.slice(); }
    stream() { return internals.streamOf(this.#bytes); }
  }
  defineInterface(Blob, { length: 0 });

  class File extends Blob {
    #name;
    #lastModified;

    constructor(parts, name, options = {}) {
      internals.requireArguments(arguments.length, 2, "constructor 'File'");
      super(parts, options);
      this.#name = String(name);
      this.#lastModified = options.lastModified === undefined ? Date.now() : Number(options.lastModified);
    }

    get name() { return this.#name; }
    get lastModified() { return this.#lastModified; }
    get webkitRelativePath() { return ''; }
  }
  defineInterface(File, { length: 2 });

  Object.assign(globals.URL, {
    createObjectURL(blob) {
      if (!(blob instanceof Blob)) {
        throw new TypeError("Failed to execute 'createObjectURL' on 'URL': parameter 1 is not of type 'Blob'.");
      }
      const bytes = bytesOf(blob);
      return host.createObjectUrl(bytes.buffer, bytes.byteOffset, bytes.byteLength, blob.type);
    },
    revokeObjectURL(url) { host.revokeObjectUrl(String(url)); },
  });

  Object.assign(internals, { blobBytes: (blob) => bytesOf(blob) });
})
