// Bytes between JavaScript and Java.
(function (host, globals, internals) {
  'use strict';
  const { ArrayBuffer, SharedArrayBuffer, Uint8Array } = globals;

  // Real JavaScript memory with the content of a java.nio.ByteBuffer: a view over Java's cannot be transferred.
  function fromHost(byteBuffer) {
    const view = new Uint8Array(new ArrayBuffer(byteBuffer));
    const copy = new Uint8Array(view.length);
    copy.set(view);
    return copy;
  }

  const isBuffer = (value) => value instanceof ArrayBuffer || value instanceof SharedArrayBuffer;

  // A view of a BufferSource, without copying.
  function viewOf(source, what = 'The provided value') {
    if (isBuffer(source)) return new Uint8Array(source);
    if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
    throw new TypeError(`${what} is not of type '(ArrayBuffer or ArrayBufferView)'.`);
  }

  const isBufferSource = (value) => isBuffer(value) || ArrayBuffer.isView(value);

  // Strings as the web sees them: lone surrogates replaced.
  const usv = (value) => String(value).toWellFormed();

  const encodeUtf8 = (text) => fromHost(host.encodeUtf8(usv(text)));
  const decode = (label, view, fatal, ignoreBom) =>
    host.decode(label, view.buffer, view.byteOffset, view.byteLength, fatal, ignoreBom);
  const decodeUtf8 = (view) => decode('utf-8', view, false, false);

  Object.assign(internals, { fromHost, viewOf, isBufferSource, usv, encodeUtf8, decode, decodeUtf8 });
})
