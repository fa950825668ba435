// NodeFilter, TreeWalker, NodeIterator and a Range that serves parsing and simple selections.
(function (host, globals, internals) {
  'use strict';
  const { KEY, STATE, dom, requireKey, defineInterface } = internals;

  const constants = {
    FILTER_ACCEPT: 1, FILTER_REJECT: 2, FILTER_SKIP: 3, SHOW_ALL: 0xFFFFFFFF, SHOW_ELEMENT: 1, SHOW_ATTRIBUTE: 2, SHOW_TEXT: 4,
    SHOW_CDATA_SECTION: 8, SHOW_PROCESSING_INSTRUCTION: 64, SHOW_COMMENT: 128, SHOW_DOCUMENT: 256, SHOW_DOCUMENT_TYPE: 512,
    SHOW_DOCUMENT_FRAGMENT: 1024,
  };
  const { FILTER_ACCEPT, FILTER_REJECT, FILTER_SKIP, SHOW_ALL } = constants;
  class NodeFilter {
    constructor(key) { requireKey(key); }
  }
  defineInterface(NodeFilter, { length: 0, constants });

  function judge({ whatToShow, filter }, node) {
    if (!(whatToShow & (1 << (node[STATE].type - 1)))) return FILTER_SKIP;
    if (!filter) return FILTER_ACCEPT;
    return typeof filter === 'function' ? filter(node) : filter.acceptNode(node);
  }

  class TreeWalker {
    constructor(key, root, whatToShow, filter) {
      requireKey(key);
      this.currentNode = root;
      for (const [name, value] of Object.entries({ root, whatToShow, filter })) {
        Object.defineProperty(this, name, { value, enumerable: true });
      }
    }

    parentNode() {
      for (let at = this.currentNode; at && at !== this.root;) {
        at = at[STATE].parent;
        if (at && judge(this, at) === FILTER_ACCEPT) return this.currentNode = at;
      }
      return null;
    }
    firstChild() { return child(this, 'first', 'next'); }
    lastChild() { return child(this, 'last', 'previous'); }
    nextSibling() { return sibling(this, 'first', 'next'); }
    previousSibling() { return sibling(this, 'last', 'previous'); }

    nextNode() {
      let at = this.currentNode;
      let verdict = FILTER_ACCEPT;
      for (;;) {
        at = verdict === FILTER_REJECT ? dom.followingSkippingChildren(at, this.root) : dom.following(at, this.root);
        if (!at) return null;
        verdict = judge(this, at);
        if (verdict === FILTER_ACCEPT) return this.currentNode = at;
      }
    }

    previousNode() {
      let at = this.currentNode;
      while (at !== this.root) {
        let previous = at[STATE].previous;
        while (previous) {
          at = previous;
          let verdict = judge(this, at);
          while (verdict !== FILTER_REJECT && at[STATE].last) {
            at = at[STATE].last;
            verdict = judge(this, at);
          }
          if (verdict === FILTER_ACCEPT) return this.currentNode = at;
          previous = at[STATE].previous;
        }
        if (at === this.root || !at[STATE].parent) return null;
        at = at[STATE].parent;
        if (judge(this, at) === FILTER_ACCEPT) return this.currentNode = at;
      }
      return null;
    }
  }
  defineInterface(TreeWalker, { length: 0 });

  function child(walker, inward, onward) {
    let at = walker.currentNode[STATE][inward];
    while (at) {
      const verdict = judge(walker, at);
      if (verdict === FILTER_ACCEPT) return walker.currentNode = at;
      if (verdict === FILTER_SKIP && at[STATE][inward]) {
        at = at[STATE][inward];
        continue;
      }
      while (at && !at[STATE][onward]) {
        at = at[STATE].parent;
        if (!at || at === walker.root || at === walker.currentNode) return null;
      }
      at = at[STATE][onward];
    }
    return null;
  }

  function sibling(walker, inward, onward) {
    let at = walker.currentNode;
    while (at && at !== walker.root) {
      let next = at[STATE][onward];
      while (next) {
        at = next;
        const verdict = judge(walker, at);
        if (verdict === FILTER_ACCEPT) return walker.currentNode = at;
        next = verdict === FILTER_REJECT || !at[STATE][inward] ? at[STATE][onward] : at[STATE][inward];
      }
      at = at[STATE].parent;
      if (!at || at === walker.root || judge(walker, at) === FILTER_ACCEPT) return null;
    }
    return null;
  }

  class NodeIterator {
    #nodes;
    #at = -1;
    constructor(key, root, whatToShow, filter) {
      requireKey(key);
      this.#nodes = () => [root, ...dom.descendants(root)].filter((node) => judge({ whatToShow, filter }, node) === FILTER_ACCEPT);
      Object.defineProperties(this, { root: { value: root }, whatToShow: { value: whatToShow }, filter: { value: filter } });
    }
    nextNode() {
      const nodes = this.#nodes();
      return this.#at + 1 < nodes.length ? nodes[++this.#at] : null;
    }
    previousNode() { return this.#at >= 0 ? this.#nodes()[this.#at--] ?? null : null; }
    detach() {}
  }
  defineInterface(NodeIterator, { length: 0 });

  class Range {
    #document;
    constructor(document = globals.document) {
      this.#document = document;
      Object.assign(this, { startContainer: document, startOffset: 0, endContainer: document, endOffset: 0 });
    }
    get collapsed() { return this.startContainer === this.endContainer && this.startOffset === this.endOffset; }
    get commonAncestorContainer() {
      let at = this.startContainer;
      while (!dom.isInclusiveAncestor(at, this.endContainer)) at = at[STATE].parent;
      return at;
    }
    setStart(startContainer, startOffset) { Object.assign(this, { startContainer, startOffset }); }
    setEnd(endContainer, endOffset) { Object.assign(this, { endContainer, endOffset }); }
    selectNodeContents(node) {
      this.setStart(node, 0);
      this.setEnd(node, node[STATE].data?.length ?? node.childNodes.length);
    }
    selectNode(node) {
      const index = dom.childrenOf(node[STATE].parent).indexOf(node);
      this.setStart(node[STATE].parent, index);
      this.setEnd(node[STATE].parent, index + 1);
    }
    setStartBefore(node) { this.setStart(node[STATE].parent, dom.childrenOf(node[STATE].parent).indexOf(node)); }
    setEndAfter(node) { this.setEnd(node[STATE].parent, dom.childrenOf(node[STATE].parent).indexOf(node) + 1); }
    collapse(toStart = false) {
      if (toStart) this.setEnd(this.startContainer, this.startOffset);
      else this.setStart(this.endContainer, this.endOffset);
    }
    createContextualFragment(markup) {
      const at = this.startContainer;
      const context = internals.isElement(at) ? at : at.parentElement ?? this.#document.createElement('body');
      const fragment = internals.parseFragment(String(markup), context);
      // Unlike innerHTML, these scripts run when they are inserted.
      for (const e of internals.elementsIn(fragment)) if (e.localName === 'script') e[STATE].started = false;
      return fragment;
    }
    insertNode(node) { dom.insert(node, this.startContainer, dom.childrenOf(this.startContainer)[this.startOffset] ?? null); }
    deleteContents() {
      requireOneContainer(this);
      for (const node of selected(this)) dom.remove(node);
      this.collapse(true);
    }
    cloneContents() {
      requireOneContainer(this);
      const fragment = this.#document.createDocumentFragment();
      for (const node of selected(this)) dom.insert(node.cloneNode(true), fragment);
      return fragment;
    }
    toString() { return this.startContainer === this.endContainer ? textOf(this) : ''; }
    getBoundingClientRect() { return new globals.DOMRect(); }
    getClientRects() { return []; }
    cloneRange() { return Object.assign(new Range(this.#document), this); }
    detach() {}
  }
  defineInterface(Range, { length: 0 });

  const selected = (range) => dom.childrenOf(range.startContainer).slice(range.startOffset, range.endOffset);
  const textOf = (range) => range.startContainer[STATE].data?.slice(range.startOffset, range.endOffset)
    ?? selected(range).map((node) => node.textContent).join('');

  function requireOneContainer(range) {
    if (range.startContainer === range.endContainer && range.startContainer[STATE].data === undefined) return;
    throw dom.domError('This host only handles ranges whose ends lie in one element.', 'NotSupportedError');
  }

  Object.assign(internals, {
    newTreeWalker: (root, whatToShow = SHOW_ALL, filter = null) => new TreeWalker(KEY, root, whatToShow, filter),
    newNodeIterator: (root, whatToShow = SHOW_ALL, filter = null) => new NodeIterator(KEY, root, whatToShow, filter),
  });
})
