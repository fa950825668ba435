// The tree itself: links between nodes, insertion and removal, and who wants to hear of them.
//
// Nodes live in JavaScript rather than in Java: a page walks its tree far more often than it parses, a property read
// costs a hundredth of a call into Java, and an object that is the node needs no identity map.
(function (host, globals, internals) {
  'use strict';

  // Every node keeps its state under this key, out of sight of `for in` and of jQuery.
  const STATE = Symbol('node');

  const HTML = 'http://www.w3.org/1999/xhtml';
  const SVG = 'http://www.w3.org/2000/svg';
  const MATHML = 'http://www.w3.org/1998/Math/MathML';
  const XLINK = 'http://www.w3.org/1999/xlink';
  const XML = 'http://www.w3.org/XML/1998/namespace';
  const XMLNS = 'http://www.w3.org/2000/xmlns/';

  const ELEMENT = 1;
  const TEXT = 3;
  const DOCUMENT = 9;
  const DOCTYPE = 10;
  const FRAGMENT = 11;

  // Rises with every change; live collections compare it before they trust what they have collected.
  let version = 0;
  // Set by the families that react to changes.
  const hooks = { connected: [], disconnected: [], childList: () => {} };

  const domError = (message, name) => new globals.DOMException(message, name);

  function newState(type, document) {
    return { type, document, parent: null, first: null, last: null, previous: null, next: null };
  }

  function rootOf(node) {
    let at = node;
    while (at[STATE].parent) at = at[STATE].parent;
    return at;
  }

  const isConnected = (node) => rootOf(node)[STATE].type === DOCUMENT;

  function isInclusiveAncestor(ancestor, node) {
    for (let at = node; at; at = at[STATE].parent) if (at === ancestor) return true;
    return false;
  }

  // The node after `node` in document order, without leaving `root`.
  function following(node, root) {
    if (node[STATE].first) return node[STATE].first;
    return followingSkippingChildren(node, root);
  }

  function followingSkippingChildren(node, root) {
    for (let at = node; at && at !== root; at = at[STATE].parent) {
      if (at[STATE].next) return at[STATE].next;
    }
    return null;
  }

  function* descendants(root) {
    for (let at = root[STATE].first; at; at = following(at, root)) yield at;
  }

  function childrenOf(node) {
    const children = [];
    for (let at = node[STATE].first; at; at = at[STATE].next) children.push(at);
    return children;
  }

  function link(node, parent, before) {
    const state = node[STATE];
    const parentState = parent[STATE];
    const previous = before ? before[STATE].previous : parentState.last;
    state.parent = parent;
    state.previous = previous;
    state.next = before;
    if (previous) previous[STATE].next = node;
    else parentState.first = node;
    if (before) before[STATE].previous = node;
    else parentState.last = node;
  }

  function unlink(node) {
    const state = node[STATE];
    const parentState = state.parent[STATE];
    if (state.previous) state.previous[STATE].next = state.next;
    else parentState.first = state.next;
    if (state.next) state.next[STATE].previous = state.previous;
    else parentState.last = state.previous;
    state.parent = state.previous = state.next = null;
  }

  function adopt(node, document) {
    if (node[STATE].document === document) return;
    node[STATE].document = document;
    for (const child of descendants(node)) child[STATE].document = document;
  }

  // https://dom.spec.whatwg.org/#concept-node-ensure-pre-insertion-validity, as far as it guards the tree
  function requireInsertable(node, parent, before) {
    if (!node?.[STATE]) throw new TypeError("parameter 1 is not of type 'Node'.");
    const parentType = parent[STATE].type;
    if (parentType !== ELEMENT && parentType !== DOCUMENT && parentType !== FRAGMENT) {
      throw domError('This node type does not support this method.', 'HierarchyRequestError');
    }
    if (isInclusiveAncestor(node, parent)) {
      throw domError('The new child element contains the parent.', 'HierarchyRequestError');
    }
    if (before && before[STATE].parent !== parent) {
      throw domError('The node before which the new node is to be inserted is not a child of this node.', 'NotFoundError');
    }
    const { type } = node[STATE];
    if (type === DOCUMENT || (type === TEXT && parentType === DOCUMENT) || (type === DOCTYPE && parentType !== DOCUMENT)) {
      throw domError(`Nodes of type '${node.nodeName}' may not be inserted here.`, 'HierarchyRequestError');
    }
    if (parentType === DOCUMENT && type === ELEMENT && childrenOf(parent).some((c) => c[STATE].type === ELEMENT && c !== node)) {
      throw domError('Only one element on document allowed.', 'HierarchyRequestError');
    }
  }

  // Puts a node, or what a fragment holds, before a child of `parent` or at its end.
  function insert(node, parent, before = null) {
    requireInsertable(node, parent, before);
    const reference = before === node ? node[STATE].next : before;
    const added = node[STATE].type === FRAGMENT ? childrenOf(node) : [node];
    const previous = reference ? reference[STATE].previous : parent[STATE].last;
    for (const child of added) {
      if (child[STATE].parent) remove(child);
      adopt(child, parent[STATE].type === DOCUMENT ? parent : parent[STATE].document);
      link(child, parent, reference);
    }
    if (added.length === 0) return node;
    version++;
    hooks.childList(parent, added, [], previous, reference);
    notify(hooks.connected, added, parent);
    return node;
  }

  function remove(node) {
    const { parent, previous, next } = node[STATE];
    const wasConnected = hooks.disconnected.length > 0 && isConnected(node);
    unlink(node);
    version++;
    hooks.childList(parent, [], [node], previous, next);
    if (!wasConnected) return;
    for (const hook of hooks.disconnected) {
      hook(node);
      for (const inner of descendants(node)) hook(inner);
    }
  }

  // Scripts run as they are connected and may change the tree, so what is told is collected first.
  function notify(connected, added, parent) {
    if (!isConnected(parent)) return;
    const news = [];
    for (const node of added) {
      if (node[STATE].type !== ELEMENT) continue;
      news.push(node);
      for (const inner of descendants(node)) if (inner[STATE].type === ELEMENT) news.push(inner);
    }
    for (const node of news) for (const hook of connected) if (isConnected(node)) hook(node);
  }

  function removeChildren(parent) {
    while (parent[STATE].first) remove(parent[STATE].first);
  }

  function replaceAll(parent, node) {
    removeChildren(parent);
    if (node) insert(node, parent);
  }

  // For the parser: no checks and nobody told, since the tree is not yet in a document.
  function append(parent, node) {
    link(node, parent, null);
  }

  Object.assign(internals, {
    STATE, NAMESPACE: { HTML, SVG, MATHML, XLINK, XML, XMLNS },
    dom: {
      hooks, domError, newState, rootOf, isConnected, isInclusiveAncestor, following, followingSkippingChildren, descendants,
      childrenOf, insert, remove, removeChildren, replaceAll, append, adopt,
      version: () => version,
      changed: () => { version++; },
    },
  });
})
