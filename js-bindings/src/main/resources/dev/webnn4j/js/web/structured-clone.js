// structuredClone, https://html.spec.whatwg.org/#safe-passing-of-structured-data
(function (host, globals, internals) {
  'use strict';
  const errorTypes = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
  const refuse = (what) => new globals.DOMException(`${what} could not be cloned.`, 'DataCloneError');

  function structuredClone(value, { transfer = [] } = {}) {
    internals.requireArguments(arguments.length, 1, "'structuredClone' on 'Window'");
    const seen = new Map();
    for (const buffer of transfer) {
      if (!(buffer instanceof ArrayBuffer) || buffer.detached || seen.has(buffer)) throw refuse('A value');
      seen.set(buffer, null);
    }

    function clone(item) {
      if (typeof item === 'symbol') throw refuse(String(item));
      if (typeof item === 'function') throw refuse(item.name || 'A function');
      if (typeof item !== 'object' || item === null) return item;
      if (seen.has(item)) {
        // Transferred only when the whole value is known to be clonable would be right; buffers come first here.
        if (seen.get(item) === null) seen.set(item, item.transfer());
        return seen.get(item);
      }
      return remember(item);
    }

    function remember(item) {
      const keep = (copy) => {
        seen.set(item, copy);
        return copy;
      };
      if (item instanceof Boolean || item instanceof Number || item instanceof String || item instanceof BigInt) {
        return keep(Object(item.valueOf()));
      }
      if (item instanceof Date) return keep(new Date(item.getTime()));
      if (item instanceof RegExp) return keep(new RegExp(item.source, item.flags));
      if (item instanceof SharedArrayBuffer) return keep(item);
      if (item instanceof ArrayBuffer) {
        if (item.detached) throw refuse('An ArrayBuffer is detached and');
        return keep(item.slice(0));
      }
      if (ArrayBuffer.isView(item)) {
        const { byteOffset, constructor } = item;
        const length = item instanceof DataView ? item.byteLength : item.length;
        return keep(new constructor(clone(item.buffer), byteOffset, length));
      }
      if (item instanceof Map) {
        const copy = keep(new Map());
        for (const [key, v] of [...item]) copy.set(clone(key), clone(v));
        return copy;
      }
      if (item instanceof Set) {
        const copy = keep(new Set());
        for (const v of [...item]) copy.add(clone(v));
        return copy;
      }
      if (item instanceof globals.DOMException) return keep(new globals.DOMException(item.message, item.name));
      if (item instanceof Error) return cloneError(item, keep);
      if (item instanceof globals.Blob) return keep(item.slice(0, item.size, item.type));
      if (item instanceof Promise || item instanceof WeakMap || item instanceof WeakSet || item instanceof WeakRef) {
        throw refuse(`#<${item.constructor.name}>`);
      }
      const tag = Object.prototype.toString.call(item).slice(8, -1);
      const plain = Array.isArray(item) || tag === 'Object' || tag === 'Arguments';
      const own = globals[tag];
      // An interface of the platform has a global and a prototype that says its name.
      if (!plain && typeof own === 'function' && item instanceof own) throw refuse(`#<${tag}>`);
      const copy = keep(Array.isArray(item) ? new Array(item.length) : {});
      for (const key of Object.keys(item)) copy[key] = clone(item[key]);
      return copy;
    }

    function cloneError(item, keep) {
      const Type = errorTypes[item.name] ?? Error;
      const copy = keep(new Type(item.message));
      Object.defineProperty(copy, 'stack', { value: item.stack, writable: true, configurable: true });
      if (Object.hasOwn(item, 'cause')) {
        Object.defineProperty(copy, 'cause', { value: clone(item.cause), writable: true, configurable: true });
      }
      return copy;
    }

    const result = clone(value);
    for (const [buffer, copy] of seen) if (copy === null) buffer.transfer();
    return result;
  }
  internals.defineGlobal('structuredClone', structuredClone);
})
