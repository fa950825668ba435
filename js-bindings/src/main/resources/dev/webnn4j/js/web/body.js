// Headers and what Request and Response share, https://fetch.spec.whatwg.org/#body-mixin
(function (host, globals, internals) {
  'use strict';
  const { viewOf, isBufferSource, encodeUtf8, decodeUtf8, defineInterface, requireArguments } = internals;
  const validName = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

  function normalName(name) {
    if (!validName.test(String(name))) throw new TypeError(`Invalid header name: '${name}'`);
    return String(name).toLowerCase();
  }
  function normalValue(value) {
    const text = String(value).replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
    if (/[\0\n\r]/.test(text)) throw new TypeError(`Invalid header value: '${value}'`);
    return text;
  }

  class Headers {
    #map = new Map();

    constructor(init = undefined) {
      if (init === undefined || init === null) return;
      const pairs = typeof init[Symbol.iterator] === 'function' ? init : Object.entries(init);
      for (const [name, value] of pairs) this.append(name, value);
    }

    append(name, value) {
      requireArguments(arguments.length, 2, "'append' on 'Headers'");
      const key = normalName(name);
      const old = this.#map.get(key);
      this.#map.set(key, old === undefined ? normalValue(value) : `${old}, ${normalValue(value)}`);
    }
    delete(name) { this.#map.delete(normalName(name)); }
    get(name) { return this.#map.get(normalName(name)) ?? null; }
    has(name) { return this.#map.has(normalName(name)); }
    set(name, value) {
      requireArguments(arguments.length, 2, "'set' on 'Headers'");
      this.#map.set(normalName(name), normalValue(value));
    }
    getSetCookie() { return this.#map.has('set-cookie') ? [this.#map.get('set-cookie')] : []; }
    forEach(callback, thisArg) { for (const [name, value] of this.entries()) callback.call(thisArg, value, name, this); }
    * entries() { yield* [...this.#map].sort(([a], [b]) => (a < b ? -1 : 1)).map((pair) => [...pair]); }
    * keys() { for (const [name] of this.entries()) yield name; }
    * values() { for (const [, value] of this.entries()) yield value; }
  }
  Object.defineProperty(Headers.prototype, Symbol.iterator, {
    value: Headers.prototype.entries, writable: true, configurable: true,
  });
  defineInterface(Headers, { length: 0 });

  // The bytes of a body and the content type they suggest.
  function extractBody(body) {
    if (body === null || body === undefined) return { bytes: null, type: null };
    if (body instanceof globals.Blob) return { bytes: internals.blobBytes(body).slice(), type: body.type || null };
    if (isBufferSource(body)) return { bytes: viewOf(body).slice(), type: null };
    if (body instanceof globals.URLSearchParams) {
      return { bytes: encodeUtf8(body), type: 'application/x-www-form-urlencoded;charset=UTF-8' };
    }
    return { bytes: encodeUtf8(body), type: 'text/plain;charset=UTF-8' };
  }

  class Body {
    #bytes;
    #used = false;
    #stream = null;

    constructor(bytes) { this.#bytes = bytes; }

    get body() {
      if (this.#bytes === null) return null;
      this.#stream ??= internals.streamOf(this.#bytes, () => { this.#used = true; });
      return this.#stream;
    }
    get bodyUsed() { return this.#used; }

    #take(method) {
      if (this.#used) throw new TypeError(`Failed to execute '${method}' on '${this.constructor.name}': body stream already read`);
      this.#used = this.#bytes !== null;
      return this.#bytes ?? new Uint8Array(0);
    }
    #peek() {
      if (this.#used) throw new TypeError(`Failed to execute 'clone' on '${this.constructor.name}': body is already used`);
      return this.#bytes;
    }
    static { internals.peekBody = (body) => body.#peek(); }

    // The bytes are nobody else's: weights of many megabytes are handed over as they are.
    async arrayBuffer() {
      const bytes = this.#take('arrayBuffer');
      return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
    }
    async bytes() { return this.#take('bytes').slice(); }
    async blob() { return new globals.Blob([this.#take('blob')], { type: this.headers.get('content-type') ?? '' }); }
    async json() { return JSON.parse(decodeUtf8(this.#take('json'))); }
    async text() { return decodeUtf8(this.#take('text')); }
  }

  // Interfaces built on Body show its members as their own.
  function adoptBody(Class) {
    for (const name of ['body', 'bodyUsed', 'arrayBuffer', 'bytes', 'blob', 'json', 'text']) {
      Object.defineProperty(Class.prototype, name, Object.getOwnPropertyDescriptor(Body.prototype, name));
    }
  }

  Object.assign(internals, { extractBody, Body, adoptBody });
})
