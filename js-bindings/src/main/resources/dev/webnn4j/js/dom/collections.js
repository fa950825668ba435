// NodeList, HTMLCollection and their live contents, https://dom.spec.whatwg.org/#old-style-collections
//
// What getElementsBy… and childNodes return is live, what querySelectorAll returns is not, as in browsers. A live list
// is collected anew only when the tree has changed since it was last looked at.
(function (host, globals, internals) {
  'use strict';
  const { KEY, dom, requireKey, defineInterface } = internals;
  const ITEMS = Symbol('items');

  class NodeList {
    constructor(key, items) {
      requireKey(key);
      Object.defineProperty(this, ITEMS, { value: items });
    }

    get length() { return this[ITEMS]().length; }
    item(index) { return this[ITEMS]()[index >>> 0] ?? null; }
  }
  for (const name of ['forEach', 'entries', 'keys', 'values']) {
    Object.defineProperty(NodeList.prototype, name, {
      value: { [name](...args) { return this[ITEMS]()[name](...args); } }[name], writable: true, configurable: true,
    });
  }
  Object.defineProperty(NodeList.prototype, Symbol.iterator, {
    value: Array.prototype[Symbol.iterator], writable: true, configurable: true,
  });
  defineInterface(NodeList, { length: 0 });

  class RadioNodeList extends NodeList {
    get value() { return this[ITEMS]().find((e) => e.type === 'radio' && e.checked)?.value ?? ''; }
    set value(value) {
      const found = this[ITEMS]().find((e) => e.type === 'radio' && e.value === String(value));
      if (found) found.checked = true;
    }
  }
  defineInterface(RadioNodeList, { length: 0 });

  class HTMLCollection {
    constructor(key, items) {
      requireKey(key);
      Object.defineProperty(this, ITEMS, { value: items });
    }

    get length() { return this[ITEMS]().length; }
    item(index) { return this[ITEMS]()[index >>> 0] ?? null; }
    namedItem(name) { return named(this[ITEMS](), String(name)) ?? null; }
  }
  Object.defineProperty(HTMLCollection.prototype, Symbol.iterator, {
    value: Array.prototype[Symbol.iterator], writable: true, configurable: true,
  });
  defineInterface(HTMLCollection, { length: 0 });

  class HTMLFormControlsCollection extends HTMLCollection {
    namedItem(name) {
      const found = this[ITEMS]().filter((e) => matchesName(e, String(name)));
      return found.length > 1 ? new RadioNodeList(KEY, () => found) : found[0] ?? null;
    }
  }
  defineInterface(HTMLFormControlsCollection, { length: 0 });

  class HTMLOptionsCollection extends HTMLCollection {
    #select;

    constructor(key, items, select) {
      super(key, items);
      this.#select = select;
      // The proxy around this object has no private fields, so these close over it.
      Object.defineProperties(this, {
        selectedIndex: { get: () => select.selectedIndex, set: (value) => { select.selectedIndex = value; } },
        add: { value: (option, before) => select.add(option, before) },
        remove: { value: (index) => select.remove(index) },
      });
    }
  }
  defineInterface(HTMLOptionsCollection, { length: 0 });

  const matchesName = (element, name) => name !== '' && (element.id === name || element.getAttribute('name') === name);
  const named = (items, name) => items.find((e) => matchesName(e, name));

  const isIndex = (key) => typeof key === 'string' && key.length < 10 && String(key >>> 0) === key;

  // Only a Proxy can have an index that appears when the tree grows.
  function proxied(list, byName) {
    const items = list[ITEMS];
    const find = (key) => {
      if (isIndex(key)) return items()[key];
      return byName && typeof key === 'string' && !(key in list) ? list.namedItem(key) ?? undefined : undefined;
    };
    return new Proxy(list, {
      get(target, key) {
        if (typeof key === 'symbol' || key === 'length') return Reflect.get(target, key);
        if (isIndex(key)) return items()[key];
        return key in target ? Reflect.get(target, key) : find(key);
      },
      has: (target, key) => (isIndex(key) ? key < items().length : key in target || find(key) !== undefined),
      ownKeys: (target) => [...items().keys()].map(String).concat(Reflect.ownKeys(target)),
      getOwnPropertyDescriptor(target, key) {
        const value = isIndex(key) ? find(key) : undefined;
        return value === undefined
          ? Reflect.getOwnPropertyDescriptor(target, key)
          : { value, writable: false, enumerable: true, configurable: true };
      },
    });
  }

  // Collects again only after the tree has changed.
  function cached(collect) {
    let seen = -1;
    let items = [];
    return () => {
      if (seen !== dom.version()) {
        items = collect();
        seen = dom.version();
      }
      return items;
    };
  }

  function staticNodeList(items) {
    const list = new NodeList(KEY, () => items);
    for (let i = 0; i < items.length; i++) {
      Object.defineProperty(list, i, { value: items[i], enumerable: true, configurable: true });
    }
    return list;
  }

  function* elementsIn(root) {
    for (const node of dom.descendants(root)) if (internals.isElement(node)) yield node;
  }

  function descendantCollection(root, accepts) {
    return liveHtmlCollection(() => {
      const found = [];
      for (const element of elementsIn(root)) if (accepts(element)) found.push(element);
      return found;
    });
  }

  function liveHtmlCollection(collect) {
    return proxied(new HTMLCollection(KEY, cached(collect)), true);
  }

  Object.assign(internals, {
    staticNodeList, liveHtmlCollection, descendantCollection, elementsIn, proxied, ITEMS,
    liveNodeList: (collect) => proxied(new NodeList(KEY, cached(collect)), false),
    formControls: (collect) => proxied(new HTMLFormControlsCollection(KEY, cached(collect)), true),
    options: (collect, select) => proxied(new HTMLOptionsCollection(KEY, cached(collect), select), true),
  });
})
