// BufferSource arguments, https://webidl.spec.whatwg.org/#js-buffer-source-types, and bulk copies of their bytes.
(function (host, globals, internals) {
  'use strict';
  const { ArrayBuffer, SharedArrayBuffer, DataView, Uint8Array, TypeError } = globals;
  const { isView } = ArrayBuffer;
  const { apply } = globals.Reflect;
  const { webnn } = internals;

  const getter = (prototype, name) => Object.getOwnPropertyDescriptor(prototype, name)?.get;
  const typedArray = Object.getPrototypeOf(Uint8Array.prototype);
  const tagOf = getter(typedArray, Symbol.toStringTag);
  const copy = typedArray.set;

  function getters(prototype, names) {
    const result = {};
    for (const name of names) result[name] = getter(prototype, name);
    return result;
  }
  const VIEW = ['buffer', 'byteOffset', 'byteLength'];
  const ofTypedArray = getters(typedArray, VIEW);
  const ofDataView = getters(DataView.prototype, VIEW);
  const ofBuffer = getters(ArrayBuffer.prototype, ['byteLength', 'resizable', 'detached']);
  const ofShared = SharedArrayBuffer && getters(SharedArrayBuffer.prototype, ['byteLength', 'growable']);

  // The byte length of an object that has this getter's brand; undefined of any other.
  function lengthIfBrand(get, value) {
    try {
      return apply(get, value, []);
    } catch {
      return undefined;
    }
  }

  const isArrayBuffer = (value) => lengthIfBrand(ofBuffer.byteLength, value) !== undefined;
  const isShared = (value) => ofShared !== undefined && lengthIfBrand(ofShared.byteLength, value) !== undefined;

  // [AllowShared] without [AllowResizable].
  function requireFixedLength(buffer, what) {
    const variable = isArrayBuffer(buffer) ? apply(ofBuffer.resizable, buffer, []) : apply(ofShared.growable, buffer, []);
    if (variable) throw new TypeError(`${what} must not have a resizable buffer`);
    return buffer;
  }

  // Where the bytes of a buffer or a view are.
  //   view  the class of a view, such as 'Float32Array' or 'DataView'; undefined for a whole buffer
  function toBufferSource(value, what) {
    if (!webnn.isObject(value)) throw webnn.wrongType(what, 'a buffer or a view of one');
    if (isView(value)) {
      const view = apply(tagOf, value, []) ?? 'DataView';
      const get = view === 'DataView' ? ofDataView : ofTypedArray;
      const buffer = requireFixedLength(apply(get.buffer, value, []), what);
      // A DataView of a detached buffer throws when asked for its place.
      if (isDetached(buffer)) return { buffer, view, offset: 0, length: 0 };
      return { buffer, view, offset: apply(get.byteOffset, value, []), length: apply(get.byteLength, value, []) };
    }
    if (isArrayBuffer(value)) {
      return { buffer: requireFixedLength(value, what), offset: 0, length: apply(ofBuffer.byteLength, value, []) };
    }
    if (isShared(value)) {
      return { buffer: requireFixedLength(value, what), offset: 0, length: apply(ofShared.byteLength, value, []) };
    }
    throw webnn.wrongType(what, 'a buffer or a view of one');
  }

  function isDetached(buffer) {
    return isArrayBuffer(buffer) && apply(ofBuffer.detached, buffer, []);
  }

  // "Validate buffer with descriptor": which views hold which elements, besides Uint8Array, which holds all.
  const views = {
    float32: ['Float32Array'],
    // Uint16Array holds the bits where a script brings its own conversion.
    float16: ['Float16Array', 'Uint16Array'],
    int32: ['Int32Array'],
    uint32: ['Uint32Array'],
    int64: ['BigInt64Array'],
    uint64: ['BigUint64Array'],
    int8: ['Int8Array'],
    uint8: [],
    int4: ['Int8Array'],
    uint4: [],
  };

  function requireViewOf(source, dataType, what) {
    const { view } = source;
    if (view === undefined || view === 'Uint8Array') return;
    const allowed = views[dataType];
    for (let i = 0; i < allowed.length; i++) if (allowed[i] === view) return;
    throw new TypeError(`${what} is a ${view}, which does not hold elements of ${dataType}`);
  }

  // A buffer of the script's own with the bytes of Java's.
  function newBuffer(javaBytes) {
    const bytes = new Uint8Array(new ArrayBuffer(javaBytes));
    const buffer = new ArrayBuffer(bytes.byteLength);
    apply(copy, new Uint8Array(buffer), [bytes]);
    return buffer;
  }

  function fill({ buffer, offset }, javaBytes, what) {
    if (isDetached(buffer)) throw new TypeError(`${what} was detached before it could be filled`);
    const bytes = new Uint8Array(new ArrayBuffer(javaBytes));
    apply(copy, new Uint8Array(buffer, offset, bytes.byteLength), [bytes]);
  }

  Object.assign(webnn, { toBufferSource, requireViewOf, newBuffer, fill });
})
