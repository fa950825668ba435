// Conversions from JavaScript values to the types of Web IDL, https://webidl.spec.whatwg.org/#js-type-mapping
//
// Whatever a script may observe (the order of reads, which method of an object is called) is as written there.
// Built-ins are taken now, before a script can replace them.
(function (host, globals, internals) {
  'use strict';
  const { Promise, TypeError } = globals;
  const { trunc, fround } = globals.Math;
  const { isFinite } = globals.Number;
  const { ownKeys, getOwnPropertyDescriptor, apply } = globals.Reflect;
  const { iterator: ITERATOR } = globals.Symbol;
  const { toWellFormed } = globals.String.prototype;

  const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

  function wrongType(what, type) {
    return new TypeError(`${what} is not ${type}`);
  }

  // A plus sign refuses bigints and symbols as ToNumber does; Number() would take a bigint.
  const toNumber = (value) => +value;

  function toInteger(value, what, min, max) {
    const number = toNumber(value);
    const whole = trunc(number);
    if (!isFinite(number) || whole < min || whole > max) {
      throw new TypeError(`${what} is ${number}; it must be from ${min} to ${max}`);
    }
    // Turns minus zero into zero.
    return whole + 0;
  }

  function toFinite(value, what, round) {
    const number = round(toNumber(value));
    if (!isFinite(number)) throw new TypeError(`${what} is ${number}; it must be finite`);
    return number;
  }

  // A bigint becomes its decimal digits for Java, to which a small one would look like any number.
  function toMLNumber(value) {
    // The one operator that does ToNumeric, and nothing else to an even number of times.
    const numeric = -(-value);
    return typeof numeric === 'bigint' ? `${numeric}` : numeric;
  }

  // A template does ToString; String() would take a symbol.
  const toUSVString = (value) => apply(toWellFormed, `${value}`, []);

  function toEnum(value, what, { name, values }) {
    const text = `${value}`;
    for (let i = 0; i < values.length; i++) if (values[i] === text) return text;
    throw new TypeError(`${what} '${text}' is not a valid value of ${name}`);
  }

  function toSequence(value, what, convertItem) {
    if (!isObject(value)) throw wrongType(what, 'iterable');
    return iterate(value, value[ITERATOR], what, convertItem);
  }

  function iterate(value, method, what, convertItem) {
    if (typeof method !== 'function') throw wrongType(what, 'iterable');
    const iterator = apply(method, value, []);
    if (!isObject(iterator)) throw wrongType(what, 'iterable');
    const { next } = iterator;
    const items = [];
    for (;;) {
      const result = apply(next, iterator, []);
      if (!isObject(result)) throw wrongType(what, 'iterable');
      if (result.done) return items;
      const at = items.length;
      items[at] = convertItem(result.value, `${what}[${at}]`);
    }
  }

  // A union of a number and a sequence: an object with an iterator method is a sequence, all else becomes a number.
  function toItemOrSequence(value, what, convertItem) {
    if (!isObject(value)) return convertItem(value, what);
    const method = value[ITERATOR];
    if (method === undefined || method === null) return convertItem(value, what);
    return iterate(value, method, what, convertItem);
  }

  // A record<USVString, ...> as a list of its names and one of its values; of equal names the last one counts.
  function toRecord(value, what, convertValue) {
    if (!isObject(value)) throw wrongType(what, 'an object');
    const names = [];
    const values = [];
    const places = { __proto__: null };
    const keys = ownKeys(value);
    for (let i = 0; i < keys.length; i++) {
      if (!getOwnPropertyDescriptor(value, keys[i])?.enumerable) continue;
      const name = toUSVString(keys[i]);
      const converted = convertValue(value[keys[i]], `${what} '${name}'`);
      const place = places[name] ?? names.length;
      places[name] = place;
      names[place] = name;
      values[place] = converted;
    }
    return { names, values };
  }

  // A dictionary to read members from: undefined and null have none.
  function toDictionary(value, what) {
    if (value === undefined || value === null) return {};
    if (!isObject(value)) throw wrongType(what, 'an object');
    return value;
  }

  const UNSIGNED_LONG_MAX = 2 ** 32 - 1;

  // The conversion to a type that Java described.
  function converter(type) {
    switch (type.kind) {
      case 'unsigned long':
        return type.enforceRange
          ? (value, what) => toInteger(value, what, 0, UNSIGNED_LONG_MAX)
          : (value) => toNumber(value) >>> 0;
      case 'long': return (value, what) => toInteger(value, what, -(2 ** 31), 2 ** 31 - 1);
      case 'boolean': return (value) => !!value;
      case 'double': return (value, what) => toFinite(value, what, (number) => number);
      case 'float': return (value, what) => toFinite(value, what, fround);
      case 'MLNumber': return toMLNumber;
      case 'enum': return (value, what) => toEnum(value, what, type);
      case 'sequence': {
        const item = converter(type.items);
        return (value, what) => toSequence(value, what, item);
      }
      case 'item or sequence': {
        const item = converter(type.items);
        return (value, what) => toItemOrSequence(value, what, item);
      }
      default: throw new TypeError(`no conversion to ${type.kind}`);
    }
  }

  // Runs a promise-returning member: whatever it throws rejects its promise.
  const reject = Promise.reject.bind(Promise);
  function promising(body) {
    try {
      return body();
    } catch (error) {
      return reject(error);
    }
  }

  function requireArguments(given, needed, method) {
    internals.requireArguments(given, needed, method);
  }

  // A class's test for its objects: gives the Java object or throws.
  function objectOf(value, what, name, isInstance, javaOf) {
    if (!isObject(value) || !isInstance(value)) throw wrongType(what, `an ${name}`);
    return javaOf(value);
  }

  function copyList(list, convertItem = (item) => item) {
    const items = [];
    for (let i = 0; i < list.length; i++) items[i] = convertItem(list[i]);
    return items;
  }

  internals.webnn = {
    converter, copyList, isObject, objectOf, promising, requireArguments, toDictionary, toMLNumber, toRecord,
    toSequence, toUSVString, wrongType, withResolvers: Promise.withResolvers.bind(Promise),
  };
})
