// localStorage and sessionStorage, in memory, https://html.spec.whatwg.org/#webstorage
(function (host, globals, internals) {
  'use strict';
  const { KEY, requireKey, requireArguments } = internals;

  class Storage {
    #items = new Map();

    constructor(key) { requireKey(key); }

    get length() { return this.#items.size; }
    key(index) { return [...this.#items.keys()][index] ?? null; }
    getItem(key) {
      requireArguments(arguments.length, 1, "'getItem' on 'Storage'");
      return this.#items.get(String(key)) ?? null;
    }
    setItem(key, value) {
      requireArguments(arguments.length, 2, "'setItem' on 'Storage'");
      this.#items.set(String(key), String(value));
    }
    removeItem(key) { this.#items.delete(String(key)); }
    clear() { this.#items.clear(); }
  }
  internals.defineInterface(Storage, { length: 0 });

  // Items are properties too. Methods run on the storage itself, since its fields are private.
  function createStorage() {
    const storage = new Storage(KEY);
    const isItem = (key) => typeof key === 'string' && storage.getItem(key) !== null;
    return new Proxy(storage, {
      get(target, key) {
        if (key in target) {
          const value = Reflect.get(target, key, target);
          return typeof value === 'function' && key !== 'constructor' ? value.bind(target) : value;
        }
        return typeof key === 'string' ? target.getItem(key) ?? undefined : undefined;
      },
      set(target, key, value) {
        target.setItem(key, value);
        return true;
      },
      has: (target, key) => key in target || isItem(key),
      deleteProperty(target, key) {
        target.removeItem(key);
        return true;
      },
      ownKeys: (target) => Array.from({ length: target.length }, (_, i) => target.key(i)),
      getOwnPropertyDescriptor: (target, key) =>
        (isItem(key) ? { value: target.getItem(key), writable: true, enumerable: true, configurable: true } : undefined),
    });
  }
  for (const name of ['localStorage', 'sessionStorage']) internals.defineReadonly(globals, name, createStorage());
})
