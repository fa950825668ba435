// Random numbers, https://w3c.github.io/webcrypto/#Crypto-interface
(function (host, globals, internals) {
  'use strict';
  const { KEY, requireKey, viewOf, fromHost } = internals;
  const integers = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array,
    BigInt64Array, BigUint64Array];

  class Crypto {
    constructor(key) { requireKey(key); }

    getRandomValues(array) {
      if (!integers.some((Type) => array instanceof Type)) {
        throw new globals.DOMException('The data must be an integer-type TypedArray.', 'TypeMismatchError');
      }
      if (array.byteLength > 65536) {
        throw new globals.DOMException(
          `The ArrayBufferView's byte length (${array.byteLength}) exceeds the number of bytes of entropy available (65536).`,
          'QuotaExceededError');
      }
      viewOf(array).set(fromHost(host.randomBytes(array.byteLength)));
      return array;
    }

    randomUUID() { return host.randomUuid(); }
  }
  internals.defineInterface(Crypto, { length: 0 });
  internals.defineReadonly(globals, 'crypto', new Crypto(KEY));
})
