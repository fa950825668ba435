// Attr and NamedNodeMap, and the storage behind getAttribute.
(function (host, globals, internals) {
  'use strict';
  const { KEY, STATE, dom, requireKey, defineInterface } = internals;

  // A stored attribute: { name, value, namespace, prefix, local, element, node }. Elements keep theirs by qualified name.

  class Attr extends globals.Node {
    constructor(key, document, stored) {
      requireKey(key);
      super(key, 2, document);
      this[STATE].stored = stored;
    }

    get nodeName() { return this[STATE].stored.name; }
    get name() { return this[STATE].stored.name; }
    get localName() { return this[STATE].stored.local; }
    get prefix() { return this[STATE].stored.prefix; }
    get namespaceURI() { return this[STATE].stored.namespace; }
    get ownerElement() { return this[STATE].stored.element; }
    get specified() { return true; }
    get value() { return this[STATE].stored.value; }
    set value(value) {
      const { stored } = this[STATE];
      if (stored.element) set(stored.element, stored.name, String(value), stored.namespace);
      else stored.value = String(value);
    }
    get nodeValue() { return this.value; }
    set nodeValue(value) { this.value = value ?? ''; }
    get textContent() { return this.value; }
    set textContent(value) { this.value = value ?? ''; }
  }
  defineInterface(Attr, { length: 0 });

  function attributeNode(stored, document) {
    return stored.node ??= new Attr(KEY, document, stored);
  }

  function split(name) {
    const colon = name.indexOf(':');
    return colon < 0 ? [null, name] : [name.slice(0, colon), name.slice(colon + 1)];
  }

  const get = (element, name) => element[STATE].attributes.get(name)?.value ?? null;

  function set(element, name, value, namespace = null) {
    const { attributes } = element[STATE];
    const existing = attributes.get(name);
    const old = existing?.value ?? null;
    if (existing) {
      existing.value = value;
    } else {
      const [prefix, local] = namespace === null ? [null, name] : split(name);
      attributes.set(name, { name, value, namespace, prefix, local, element, node: null });
    }
    changed(element, name, old, value);
  }

  function removeAttribute(element, name) {
    const stored = element[STATE].attributes.get(name);
    if (!stored) return null;
    element[STATE].attributes.delete(name);
    stored.element = null;
    changed(element, name, stored.value, null);
    return stored;
  }

  function changed(element, name, old, value) {
    dom.changed();
    element[internals.ATTRIBUTE_CHANGED]?.(name, old, value);
    dom.hooks.attribute?.(element, name, old);
  }

  function findNS(element, namespace, local) {
    for (const stored of element[STATE].attributes.values()) {
      if (stored.local === local && (stored.namespace ?? '') === (namespace ?? '')) return stored;
    }
    return null;
  }

  class NamedNodeMap {
    constructor(key, element) {
      requireKey(key);
      Object.defineProperty(this, internals.ITEMS, {
        value: () => Array.from(element[STATE].attributes.values(), (a) => attributeNode(a, element[STATE].document)),
      });
      Object.defineProperty(this, 'owner', { value: element });
    }

    get length() { return this.owner[STATE].attributes.size; }
    item(index) { return this[internals.ITEMS]()[index >>> 0] ?? null; }
    getNamedItem(name) { return this.owner.getAttributeNode(name); }
    getNamedItemNS(namespace, local) { return this.owner.getAttributeNodeNS(namespace, local); }
    setNamedItem(attr) { return this.owner.setAttributeNode(attr); }
    setNamedItemNS(attr) { return this.owner.setAttributeNode(attr); }
    removeNamedItem(name) {
      const attr = this.owner.getAttributeNode(name);
      if (!attr) throw dom.domError(`No item with name '${name}' was found.`, 'NotFoundError');
      return this.owner.removeAttributeNode(attr);
    }
    namedItem(name) { return this.getNamedItem(name); }
  }
  Object.defineProperty(NamedNodeMap.prototype, Symbol.iterator, {
    value: Array.prototype[Symbol.iterator], writable: true, configurable: true,
  });
  defineInterface(NamedNodeMap, { length: 0 });

  internals.ATTRIBUTE_CHANGED = Symbol('attribute changed');
  internals.attributes = {
    get, set, remove: removeAttribute, findNS, node: attributeNode, split,
    map: (element) => internals.proxied(new NamedNodeMap(KEY, element), true),
  };
})
