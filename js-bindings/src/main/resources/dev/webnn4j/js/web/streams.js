// A ReadableStream over bytes that are all there already: enough to read a response in chunks.
(function (host, globals, internals) {
  'use strict';
  const { KEY, requireKey, defineInterface } = internals;
  const CHUNK = 1 << 20;
  let pull;

  class ReadableStreamDefaultReader {
    #stream;
    #closed = Promise.withResolvers();

    constructor(stream) {
      if (!(stream instanceof ReadableStream)) throw new TypeError('parameter 1 is not of type ReadableStream');
      this.#stream = stream;
    }

    get closed() { return this.#closed.promise; }
    async read() {
      if (!this.#stream) throw new TypeError('This reader has been released.');
      const chunk = pull(this.#stream);
      if (!chunk) this.#closed.resolve(undefined);
      return { value: chunk, done: chunk === undefined };
    }
    async cancel() { while (this.#stream && pull(this.#stream)); }
    releaseLock() { this.#stream = null; }
  }
  defineInterface(ReadableStreamDefaultReader, { length: 1 });

  class ReadableStream {
    #bytes;
    #at = 0;
    #locked = false;
    #used;

    static {
      pull = (stream) => {
        stream.#used?.();
        if (stream.#at >= stream.#bytes.length) return undefined;
        const chunk = stream.#bytes.slice(stream.#at, stream.#at + CHUNK);
        stream.#at += chunk.length;
        return chunk;
      };
    }

    constructor(key, bytes, used) {
      requireKey(key);
      this.#bytes = bytes;
      this.#used = used;
    }

    get locked() { return this.#locked; }
    getReader() {
      if (this.#locked) throw new TypeError('ReadableStreamDefaultReader constructor can only accept readable streams that are not yet locked to a reader');
      this.#locked = true;
      return new ReadableStreamDefaultReader(this);
    }
    async cancel() { this.#at = this.#bytes.length; }
  }
  Object.defineProperty(ReadableStream.prototype, Symbol.asyncIterator, {
    value: async function* values() {
      for (let chunk = pull(this); chunk; chunk = pull(this)) yield chunk;
    },
    writable: true,
    configurable: true,
  });
  defineInterface(ReadableStream, { length: 0 });

  internals.streamOf = (bytes, used) => new ReadableStream(KEY, bytes, used);
})
