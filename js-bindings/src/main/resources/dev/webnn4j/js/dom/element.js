// Element, https://dom.spec.whatwg.org/#interface-element
(function (host, globals, internals) {
  'use strict';
  const { STATE, NAMESPACE, dom, attributes, requireKey, defineInterface, nodeMixins } = internals;

  const isHtml = (element) => element[STATE].namespace === NAMESPACE.HTML && element[STATE].document[STATE].html;
  const attributeName = (element, name) => (isHtml(element) ? String(name).toLowerCase() : String(name));

  function requireName(name) {
    if (!/^[^\s/>=\0]+$/.test(name)) throw dom.domError(`'${name}' is not a valid name.`, 'InvalidCharacterError');
    return name;
  }

  class Element extends globals.Node {
    constructor(key, document, namespace, prefix, local) {
      requireKey(key);
      super(key, 1, document);
      const qualified = prefix ? `${prefix}:${local}` : local;
      const name = namespace === NAMESPACE.HTML && document[STATE].html ? qualified.toUpperCase() : qualified;
      Object.assign(this[STATE], { namespace, prefix, local, name, attributes: new Map() });
    }

    get namespaceURI() { return this[STATE].namespace; }
    get prefix() { return this[STATE].prefix; }
    get localName() { return this[STATE].local; }
    get tagName() { return this[STATE].name; }

    get id() { return attributes.get(this, 'id') ?? ''; }
    set id(value) { attributes.set(this, 'id', String(value)); }
    get className() { return attributes.get(this, 'class') ?? ''; }
    set className(value) { attributes.set(this, 'class', String(value)); }
    get slot() { return attributes.get(this, 'slot') ?? ''; }
    set slot(value) { attributes.set(this, 'slot', String(value)); }
    get classList() { return this[STATE].classList ??= internals.tokenList(this, 'class'); }
    set classList(value) { this.className = value; }

    get attributes() { return this[STATE].attributeMap ??= attributes.map(this); }
    hasAttributes() { return this[STATE].attributes.size > 0; }
    getAttributeNames() { return [...this[STATE].attributes.keys()]; }
    getAttribute(name) { return attributes.get(this, attributeName(this, name)); }
    getAttributeNS(namespace, local) { return attributes.findNS(this, namespace, String(local))?.value ?? null; }
    hasAttribute(name) { return this[STATE].attributes.has(attributeName(this, name)); }
    hasAttributeNS(namespace, local) { return attributes.findNS(this, namespace, String(local)) !== null; }

    setAttribute(name, value) {
      internals.requireArguments(arguments.length, 2, "'setAttribute' on 'Element'");
      attributes.set(this, requireName(attributeName(this, name)), String(value));
    }
    setAttributeNS(namespace, name, value) {
      attributes.set(this, requireName(String(name)), String(value), namespace === '' ? null : namespace);
    }
    removeAttribute(name) { attributes.remove(this, attributeName(this, name)); }
    removeAttributeNS(namespace, local) {
      const stored = attributes.findNS(this, namespace, String(local));
      if (stored) attributes.remove(this, stored.name);
    }
    toggleAttribute(name, force) {
      const present = this.hasAttribute(name);
      const wanted = force === undefined ? !present : Boolean(force);
      if (wanted && !present) this.setAttribute(name, '');
      if (!wanted && present) this.removeAttribute(name);
      return wanted;
    }

    getAttributeNode(name) {
      const stored = this[STATE].attributes.get(attributeName(this, name));
      return stored ? attributes.node(stored, this[STATE].document) : null;
    }
    getAttributeNodeNS(namespace, local) {
      const stored = attributes.findNS(this, namespace, String(local));
      return stored ? attributes.node(stored, this[STATE].document) : null;
    }
    setAttributeNode(attr) {
      const old = this.getAttributeNode(attr.name);
      if (old === attr) return attr;
      if (old) attributes.remove(this, old.name);
      const { stored } = attr[STATE];
      this[STATE].attributes.set(stored.name, Object.assign(stored, { element: this }));
      const { value } = stored;
      attributes.set(this, stored.name, value, stored.namespace);
      return old;
    }
    setAttributeNodeNS(attr) { return this.setAttributeNode(attr); }
    removeAttributeNode(attr) {
      if (attr.ownerElement !== this) throw dom.domError('The attribute is not of this element.', 'NotFoundError');
      attributes.remove(this, attr.name);
      return attr;
    }

    matches(selectors) { return internals.matches(this, String(selectors)); }
    webkitMatchesSelector(selectors) { return this.matches(selectors); }
    closest(selectors) {
      for (let at = this; at; at = at.parentElement) if (internals.matches(at, String(selectors), this)) return at;
      return null;
    }

    getElementsByTagName(name) { return internals.byTagName(this, String(name)); }
    getElementsByTagNameNS(namespace, local) { return internals.byTagNameNS(this, namespace, String(local)); }
    getElementsByClassName(names) { return internals.byClassName(this, String(names)); }

    get innerHTML() { return internals.serializeInner(this); }
    set innerHTML(markup) {
      const target = this[STATE].content ?? this;
      dom.replaceAll(target, internals.parseFragment(markup === null ? '' : String(markup), this));
    }

    get outerHTML() { return internals.serializeOuter(this); }
    set outerHTML(markup) {
      const { parent } = this[STATE];
      if (!parent) return;
      const context = parent[STATE].type === 1 ? parent : this[STATE].document.createElement('body');
      parent.replaceChild(internals.parseFragment(String(markup), context), this);
    }

    insertAdjacentHTML(position, markup) {
      const inside = /^(afterbegin|beforeend)$/i.test(position);
      const context = inside ? this : this.parentElement ?? this[STATE].document.createElement('body');
      insertAdjacent(this, String(position), internals.parseFragment(String(markup), context));
    }
    insertAdjacentElement(position, element) { return insertAdjacent(this, String(position), element); }
    insertAdjacentText(position, text) {
      insertAdjacent(this, String(position), this[STATE].document.createTextNode(String(text)));
    }

    getBoundingClientRect() { return internals.boundingRect(this); }
    getClientRects() { return internals.clientRects(this); }
    get clientWidth() { return internals.boxSize(this).width; }
    get clientHeight() { return internals.boxSize(this).height; }
    get clientTop() { return 0; }
    get clientLeft() { return 0; }
    get scrollWidth() { return internals.boxSize(this).width; }
    get scrollHeight() { return internals.boxSize(this).height; }
    get scrollTop() { return this[STATE].scrollTop ?? 0; }
    set scrollTop(value) { this[STATE].scrollTop = Number(value) || 0; }
    get scrollLeft() { return this[STATE].scrollLeft ?? 0; }
    set scrollLeft(value) { this[STATE].scrollLeft = Number(value) || 0; }
    scrollIntoView() {}
    scroll() {}
    scrollTo() {}
    scrollBy() {}
    get shadowRoot() { return null; }
    get assignedSlot() { return null; }
    setPointerCapture() {}
    releasePointerCapture() {}
    hasPointerCapture() { return false; }
    animate() { throw dom.domError('Animations are not supported by this host.', 'NotSupportedError'); }
    getAnimations() { return []; }
  }
  defineInterface(Element, { length: 0 });
  nodeMixins.mixin(Element, nodeMixins.childNode);
  nodeMixins.mixin(Element, nodeMixins.siblings);
  nodeMixins.mixin(Element, nodeMixins.parentNode);

  function insertAdjacent(element, position, node) {
    const { parent, first, next } = element[STATE];
    switch (position.toLowerCase()) {
      case 'beforebegin': return parent && dom.insert(node, parent, element);
      case 'afterbegin': return dom.insert(node, element, first);
      case 'beforeend': return dom.insert(node, element);
      case 'afterend': return parent && dom.insert(node, parent, next);
      default: throw dom.domError(`'${position}' is no position.`, 'SyntaxError');
    }
  }

  // A tag name is matched in lower case for HTML elements and as it is for others.
  internals.byTagName = (root, name) => {
    const lower = name.toLowerCase();
    const qualified = (e) => (e[STATE].prefix ? `${e[STATE].prefix}:${e[STATE].local}` : e[STATE].local);
    if (name === '*') return internals.descendantCollection(root, () => true);
    return internals.descendantCollection(root, (e) => qualified(e) === (isHtml(e) ? lower : name));
  };
  internals.byTagNameNS = (root, namespace, local) => internals.descendantCollection(root, (e) =>
    (namespace === '*' || (e[STATE].namespace ?? '') === (namespace ?? '')) && (local === '*' || e[STATE].local === local));
  internals.byClassName = (root, names) => {
    const wanted = names.split(/\s+/).filter(Boolean);
    return internals.descendantCollection(root, (e) => wanted.length > 0 && hasClasses(e, wanted));
  };

  function hasClasses(element, wanted) {
    const value = attributes.get(element, 'class');
    if (!value) return false;
    const have = value.split(/\s+/);
    return wanted.every((name) => have.includes(name));
  }

  Object.assign(internals, { isHtmlElement: isHtml, hasClasses, requireName });
})
