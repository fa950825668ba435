// What Web IDL says of every interface: enumerable members, a string tag, a global that is not enumerable.
//
// `internals` is shared by all preludes of a context and never seen by a page.
(function (host, globals, internals) {
  'use strict';

  // Constructors of interfaces that pages cannot construct take this key as their first argument.
  const KEY = Symbol('internal');

  function requireKey(key) {
    if (key !== KEY) throw new TypeError('Illegal constructor');
  }

  function makeEnumerable(object, skipped) {
    for (const key of Object.getOwnPropertyNames(object)) {
      if (skipped.includes(key)) continue;
      const descriptor = Object.getOwnPropertyDescriptor(object, key);
      descriptor.enumerable = true;
      Object.defineProperty(object, key, descriptor);
    }
  }

  function defineGlobal(name, value) {
    Object.defineProperty(globals, name, { value, writable: true, configurable: true, enumerable: false });
  }

  // An attribute that pages can read but not set.
  function defineReadonly(object, name, value) {
    const getter = { [name]() { return value; } }[name];
    Object.defineProperty(getter, 'name', { value: `get ${name}`, configurable: true });
    Object.defineProperty(object, name, { get: getter, set: undefined, enumerable: true, configurable: true });
  }

  // Turns a JavaScript class into a Web IDL interface.
  //   name       of the interface, the class's own when absent
  //   expose     false to leave the global object alone
  //   length     of the constructor, that is its number of required arguments; 0 for illegal constructors
  //   constants  name -> number, readable on the class and on instances
  //   aliases    further global names
  function defineInterface(Class, { name = Class.name, expose = true, length, constants = {}, aliases = [] } = {}) {
    makeEnumerable(Class.prototype, ['constructor']);
    makeEnumerable(Class, ['length', 'name', 'prototype']);
    Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: name, configurable: true });
    Object.defineProperty(Class, 'name', { value: name, configurable: true });
    if (length !== undefined) Object.defineProperty(Class, 'length', { value: length, configurable: true });
    for (const [constant, value] of Object.entries(constants)) {
      for (const target of [Class, Class.prototype]) {
        Object.defineProperty(target, constant, { value, enumerable: true });
      }
    }
    if (expose) for (const alias of [name, ...aliases]) defineGlobal(alias, Class);
    return Class;
  }

  function requireArguments(given, needed, what) {
    if (given >= needed) return;
    const plural = needed === 1 ? 'argument' : 'arguments';
    throw new TypeError(`Failed to execute ${what}: ${needed} ${plural} required, but only ${given} present.`);
  }

  Object.assign(internals, {
    KEY, requireKey, requireArguments, defineInterface, defineGlobal, defineReadonly, makeEnumerable,
  });
})
