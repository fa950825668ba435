// DOMTokenList (classList) and DOMStringMap (dataset).
(function (host, globals, internals) {
  'use strict';
  const { KEY, ITEMS, STATE, attributes, dom, requireKey, defineInterface } = internals;

  function requireToken(token) {
    const text = String(token);
    if (text === '') throw dom.domError('The token provided must not be empty.', 'SyntaxError');
    if (/\s/.test(text)) throw dom.domError(`The token '${text}' contains white space.`, 'InvalidCharacterError');
    return text;
  }

  class DOMTokenList {
    constructor(key, element, attribute) {
      requireKey(key);
      const tokens = () => [...new Set((attributes.get(element, attribute) ?? '').split(/\s+/).filter(Boolean))];
      Object.defineProperty(this, ITEMS, { value: tokens });
      Object.defineProperty(this, STATE, {
        value: {
          text: () => attributes.get(element, attribute) ?? '',
          assign(list) {
            if (list.length > 0 || attributes.get(element, attribute) !== null) attributes.set(element, attribute, list.join(' '));
          },
          assignText: (text) => attributes.set(element, attribute, text),
        },
      });
    }

    get length() { return this[ITEMS]().length; }
    get value() { return this[STATE].text(); }
    set value(value) { this[STATE].assignText(String(value)); }
    item(index) { return this[ITEMS]()[index >>> 0] ?? null; }
    contains(token) { return this[ITEMS]().includes(String(token)); }
    add(...tokens) {
      const list = new Set(this[ITEMS]());
      for (const token of tokens) list.add(requireToken(token));
      this[STATE].assign([...list]);
    }
    remove(...tokens) {
      const gone = tokens.map(requireToken);
      this[STATE].assign(this[ITEMS]().filter((token) => !gone.includes(token)));
    }
    toggle(token, force) {
      const present = this.contains(requireToken(token));
      const wanted = force === undefined ? !present : Boolean(force);
      if (wanted && !present) this.add(token);
      if (!wanted && present) this.remove(token);
      return wanted;
    }
    replace(token, other) {
      const list = this[ITEMS]();
      const index = list.indexOf(requireToken(token));
      requireToken(other);
      if (index < 0) return false;
      list[index] = String(other);
      this[STATE].assign([...new Set(list)]);
      return true;
    }
    supports() { throw new TypeError('DOMTokenList has no supported tokens.'); }
    forEach(callback, thisArg) { this[ITEMS]().forEach((token, i) => callback.call(thisArg, token, i, this)); }
    entries() { return this[ITEMS]().entries(); }
    keys() { return this[ITEMS]().keys(); }
    values() { return this[ITEMS]().values(); }
    toString() { return this.value; }
  }
  Object.defineProperty(DOMTokenList.prototype, Symbol.iterator, {
    value: Array.prototype[Symbol.iterator], writable: true, configurable: true,
  });
  defineInterface(DOMTokenList, { length: 0 });

  class DOMStringMap {
    constructor(key) { requireKey(key); }
  }
  defineInterface(DOMStringMap, { length: 0 });

  const attributeOf = (property) => `data-${property.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;
  const propertyOf = (attribute) => attribute.slice(5).replace(/-([a-z])/g, (_, c) => c.toUpperCase());

  function stringMap(element) {
    const read = (key) => (typeof key === 'string' ? attributes.get(element, attributeOf(key)) ?? undefined : undefined);
    return new Proxy(new DOMStringMap(KEY), {
      get: (target, key) => read(key) ?? Reflect.get(target, key),
      has: (target, key) => read(key) !== undefined || Reflect.has(target, key),
      set(target, key, value) {
        attributes.set(element, attributeOf(String(key)), String(value));
        return true;
      },
      deleteProperty(target, key) {
        attributes.remove(element, attributeOf(String(key)));
        return true;
      },
      ownKeys: () => [...element[STATE].attributes.keys()].filter((name) => name.startsWith('data-')).map(propertyOf),
      getOwnPropertyDescriptor(target, key) {
        const value = read(key);
        return value === undefined ? undefined : { value, writable: true, enumerable: true, configurable: true };
      },
    });
  }

  Object.assign(internals, {
    tokenList: (element, attribute) => internals.proxied(new DOMTokenList(KEY, element, attribute), false),
    stringMap,
  });
})
