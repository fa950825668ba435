// getElementById without walking, focus, and the text that innerText shows.
(function (host, globals, internals) {
  'use strict';
  const { STATE, attributes, dom } = internals;

  // By document: id -> the connected elements that have it.
  const idsOf = (document) => document[STATE].ids ??= new Map();

  function add(element, id) {
    const ids = idsOf(element[STATE].document);
    const set = ids.get(id);
    if (set) set.add(element);
    else ids.set(id, new Set([element]));
  }

  function drop(element, id) {
    const ids = idsOf(element[STATE].document);
    const set = ids.get(id);
    set?.delete(element);
    if (set?.size === 0) ids.delete(id);
  }

  dom.hooks.connected.push((element) => {
    const id = attributes.get(element, 'id');
    if (id) add(element, id);
  });
  dom.hooks.disconnected.push((node) => {
    if (node[STATE].type !== 1) return;
    const id = attributes.get(node, 'id');
    if (id) drop(node, id);
  });
  internals.idChanged = (element, old, value) => {
    if (!element.isConnected) return;
    if (old) drop(element, old);
    if (value) add(element, value);
  };

  internals.indexIds = (document) => {
    for (const element of internals.elementsIn(document)) {
      const id = attributes.get(element, 'id');
      if (id) add(element, id);
    }
  };

  internals.findById = (document, id) => {
    const set = idsOf(document).get(id);
    if (!set) return null;
    if (set.size === 1) return set.values().next().value;
    return [...set].reduce((first, other) => (first.compareDocumentPosition(other) & 2 ? other : first));
  };

  function focus(element) {
    const { document } = element[STATE];
    const old = document[STATE].active;
    if (old === element || !element.isConnected || internals.isDisabled(element) || !internals.isRendered(element)) return;
    if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) return;
    if (old) blur(old);
    document[STATE].active = element;
    const init = { Class: globals.FocusEvent, composed: true, relatedTarget: old };
    internals.fire(element, 'focus', init);
    internals.fire(element, 'focusin', { ...init, bubbles: true });
  }

  function blur(element) {
    const { document } = element[STATE];
    if (document[STATE].active !== element) return;
    document[STATE].active = null;
    const init = { Class: globals.FocusEvent, composed: true };
    internals.fire(element, 'blur', init);
    internals.fire(element, 'focusout', { ...init, bubbles: true });
  }

  const blocks = new Set(('address article aside blockquote dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li '
    + 'main nav ol p pre section table ul tr').split(' '));

  // https://html.spec.whatwg.org/multipage/dom.html#the-innertext-idl-attribute, without layout
  function renderedText(element) {
    if (!internals.isRendered(element)) return element.textContent;
    let text = '';
    const walk = (node, pre) => {
      for (let at = node[STATE].first; at; at = at[STATE].next) {
        if (at[STATE].type === 3) text += pre ? at.data : at.data.replace(/[ \t\r\n\f]+/g, ' ');
        else if (at[STATE].type === 1) child(at, pre);
      }
    };
    const child = (node, pre) => {
      const name = node.localName;
      if (name === 'br') text += '\n';
      if (name === 'br' || globals.getComputedStyle(node).getPropertyValue('display') === 'none') return;
      if (blocks.has(name)) text += '\u0001';
      walk(node, pre || name === 'pre' || name === 'textarea');
      if (name === 'td' || name === 'th') text += node.nextElementSibling ? '\t' : '';
      if (blocks.has(name)) text += '\u0001';
    };
    walk(element, element.localName === 'pre');
    // A block begins and ends on a line of its own; spaces next to a line break are not shown.
    return text.replace(/ *\u0001[\u0001 ]*/g, '\u0001').replace(/^\u0001|\u0001$/g, '').replace(/\u0001/g, '\n').replace(/ *\n */g, '\n').trim();
  }

  Object.assign(internals, { focus, blur, renderedText });
})
