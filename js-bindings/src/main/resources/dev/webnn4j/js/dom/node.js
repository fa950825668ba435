// Node, https://dom.spec.whatwg.org/#interface-node
(function (host, globals, internals) {
  'use strict';
  const { STATE, PARENT, dom, requireKey, defineInterface } = internals;

  const types = {
    ELEMENT_NODE: 1, ATTRIBUTE_NODE: 2, TEXT_NODE: 3, CDATA_SECTION_NODE: 4, ENTITY_REFERENCE_NODE: 5, ENTITY_NODE: 6,
    PROCESSING_INSTRUCTION_NODE: 7, COMMENT_NODE: 8, DOCUMENT_NODE: 9, DOCUMENT_TYPE_NODE: 10,
    DOCUMENT_FRAGMENT_NODE: 11, NOTATION_NODE: 12,
  };
  const positions = {
    DOCUMENT_POSITION_DISCONNECTED: 1, DOCUMENT_POSITION_PRECEDING: 2, DOCUMENT_POSITION_FOLLOWING: 4,
    DOCUMENT_POSITION_CONTAINS: 8, DOCUMENT_POSITION_CONTAINED_BY: 16, DOCUMENT_POSITION_IMPLEMENTATION_SPECIFIC: 32,
  };

  class Node extends globals.EventTarget {
    // `type` is the number of the node type, `document` the owner (null for a document itself).
    constructor(key, type, document) {
      requireKey(key);
      super();
      this[STATE] = dom.newState(type, document);
    }

    [PARENT]() { return this[STATE].parent; }

    get nodeType() { return this[STATE].type; }
    get nodeName() { return this[STATE].name; }
    get baseURI() { return (this[STATE].document ?? this).baseURI; }
    get isConnected() { return dom.isConnected(this); }
    get ownerDocument() { return this[STATE].document; }
    get parentNode() { return this[STATE].parent; }

    get parentElement() {
      const { parent } = this[STATE];
      return parent && parent[STATE].type === types.ELEMENT_NODE ? parent : null;
    }

    get childNodes() {
      return this[STATE].childNodes ??= internals.liveNodeList(() => dom.childrenOf(this));
    }

    get firstChild() { return this[STATE].first; }
    get lastChild() { return this[STATE].last; }
    get previousSibling() { return this[STATE].previous; }
    get nextSibling() { return this[STATE].next; }
    get nodeValue() { this[STATE].type; return null; }
    set nodeValue(value) {}

    get textContent() {
      if (this[STATE].type === types.DOCUMENT_NODE || this[STATE].type === types.DOCUMENT_TYPE_NODE) return null;
      let text = '';
      for (let at = this[STATE].first; at; at = dom.following(at, this)) {
        const { type, data } = at[STATE];
        if (type === types.TEXT_NODE || type === types.CDATA_SECTION_NODE) text += data;
      }
      return text;
    }

    set textContent(value) {
      const { type, document } = this[STATE];
      if (type !== types.ELEMENT_NODE && type !== types.DOCUMENT_FRAGMENT_NODE) return;
      const text = value === null || value === undefined ? '' : String(value);
      dom.replaceAll(this, text === '' ? null : document.createTextNode(text));
    }

    getRootNode() { return dom.rootOf(this); }
    hasChildNodes() { return this[STATE].first !== null; }
    appendChild(node) { return dom.insert(node, this); }

    insertBefore(node, child) {
      internals.requireArguments(arguments.length, 2, "'insertBefore' on 'Node'");
      return dom.insert(node, this, child ?? null);
    }

    removeChild(child) {
      if (child?.[STATE]?.parent !== this) {
        throw dom.domError('The node to be removed is not a child of this node.', 'NotFoundError');
      }
      dom.remove(child);
      return child;
    }

    replaceChild(node, child) {
      if (child?.[STATE]?.parent !== this) {
        throw dom.domError('The node to be replaced is not a child of this node.', 'NotFoundError');
      }
      if (node === child) return child;
      if (dom.isInclusiveAncestor(node, this)) {
        throw dom.domError('The new child element contains the parent.', 'HierarchyRequestError');
      }
      const next = child[STATE].next === node ? node[STATE].next : child[STATE].next;
      dom.remove(child);
      dom.insert(node, this, next);
      return child;
    }

    normalize() {
      for (const node of [...dom.descendants(this)]) {
        if (node[STATE].type !== types.TEXT_NODE || !node[STATE].parent) continue;
        while (node[STATE].next?.[STATE].type === types.TEXT_NODE) {
          node.data += node[STATE].next.data;
          dom.remove(node[STATE].next);
        }
        if (node.data === '') dom.remove(node);
      }
    }

    cloneNode(deep = false) { return internals.cloneNode(this, Boolean(deep), this[STATE].document); }
    isEqualNode(other) { return other === this || (other !== null && internals.serializeXml(this) === internals.serializeXml(other)); }
    isSameNode(other) { return other === this; }
    contains(other) { return other !== null && other !== undefined && dom.isInclusiveAncestor(this, other); }

    compareDocumentPosition(other) {
      if (other === this) return 0;
      const mine = pathFromRoot(this);
      const theirs = pathFromRoot(other);
      if (mine[0] !== theirs[0]) {
        return positions.DOCUMENT_POSITION_DISCONNECTED | positions.DOCUMENT_POSITION_IMPLEMENTATION_SPECIFIC
          | positions.DOCUMENT_POSITION_FOLLOWING;
      }
      let i = 1;
      while (i < mine.length && mine[i] === theirs[i]) i++;
      if (i === mine.length) return positions.DOCUMENT_POSITION_CONTAINED_BY | positions.DOCUMENT_POSITION_FOLLOWING;
      if (i === theirs.length) return positions.DOCUMENT_POSITION_CONTAINS | positions.DOCUMENT_POSITION_PRECEDING;
      for (let at = mine[i]; at; at = at[STATE].next) {
        if (at === theirs[i]) return positions.DOCUMENT_POSITION_FOLLOWING;
      }
      return positions.DOCUMENT_POSITION_PRECEDING;
    }

    lookupNamespaceURI(prefix) {
      for (let at = this; at; at = at.parentElement) {
        if (at.namespaceURI && (at.prefix ?? '') === (prefix ?? '')) return at.namespaceURI;
        const declared = at.getAttribute?.(prefix ? `xmlns:${prefix}` : 'xmlns');
        if (declared) return declared;
      }
      return null;
    }

    isDefaultNamespace(namespace) { return (this.lookupNamespaceURI(null) ?? '') === (namespace ?? ''); }
  }
  defineInterface(Node, { length: 0, constants: { ...types, ...positions } });

  function pathFromRoot(node) {
    const path = [];
    for (let at = node; at; at = at[STATE].parent) path.unshift(at);
    return path;
  }

  // A string among the arguments of append() and its kin stands for a text node.
  function toNode(items, document) {
    const nodes = items.map((item) => (item?.[STATE] ? item : document.createTextNode(String(item))));
    if (nodes.length === 1) return nodes[0];
    const fragment = document.createDocumentFragment();
    for (const node of nodes) dom.insert(node, fragment);
    return fragment;
  }

  // Mixins: members that several interfaces share without a common parent.
  function mixin(Class, members) {
    const descriptors = Object.getOwnPropertyDescriptors(members);
    for (const descriptor of Object.values(descriptors)) descriptor.enumerable = true;
    Object.defineProperties(Class.prototype, descriptors);
  }

  const childNode = {
    before(...items) {
      const { parent, document } = this[STATE];
      if (parent) dom.insert(toNode(items, document), parent, items.includes(this) ? this[STATE].next : this);
    },
    after(...items) {
      const { parent, document } = this[STATE];
      if (!parent) return;
      let next = this[STATE].next;
      while (next && items.includes(next)) next = next[STATE].next;
      dom.insert(toNode(items, document), parent, next);
    },
    replaceWith(...items) {
      const { parent, document } = this[STATE];
      if (!parent) return;
      let next = this[STATE].next;
      while (next && items.includes(next)) next = next[STATE].next;
      if (!items.includes(this)) dom.remove(this);
      dom.insert(toNode(items, document), parent, next);
    },
    remove() { if (this[STATE].parent) dom.remove(this); },
  };

  const isElement = (node) => node !== null && node[STATE].type === types.ELEMENT_NODE;

  const siblings = {
    get previousElementSibling() {
      let at = this[STATE].previous;
      while (at && !isElement(at)) at = at[STATE].previous;
      return at;
    },
    get nextElementSibling() {
      let at = this[STATE].next;
      while (at && !isElement(at)) at = at[STATE].next;
      return at;
    },
  };

  const parentNode = {
    get children() {
      return this[STATE].children ??= internals.liveHtmlCollection(() => dom.childrenOf(this).filter(isElement));
    },
    get firstElementChild() {
      let at = this[STATE].first;
      while (at && !isElement(at)) at = at[STATE].next;
      return at;
    },
    get lastElementChild() {
      let at = this[STATE].last;
      while (at && !isElement(at)) at = at[STATE].previous;
      return at;
    },
    get childElementCount() { return this.children.length; },
    prepend(...items) { dom.insert(toNode(items, this[STATE].document ?? this), this, this[STATE].first); },
    append(...items) { dom.insert(toNode(items, this[STATE].document ?? this), this); },
    replaceChildren(...items) { dom.replaceAll(this, toNode(items, this[STATE].document ?? this)); },
    querySelector(selectors) {
      internals.requireArguments(arguments.length, 1, "'querySelector'");
      return internals.select(this, String(selectors), true)[0] ?? null;
    },
    querySelectorAll(selectors) {
      internals.requireArguments(arguments.length, 1, "'querySelectorAll'");
      return internals.staticNodeList(internals.select(this, String(selectors), false));
    },
  };

  Object.assign(internals, { nodeMixins: { mixin, childNode, siblings, parentNode }, isElement });
})
