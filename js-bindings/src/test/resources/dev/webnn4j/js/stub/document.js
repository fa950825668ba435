(function (host, globals, internals) {
  'use strict';
  const elements = new Map();
  class Element extends EventTarget {
    constructor(id) {
      super();
      this.id = id;
    }
  }
  internals.defineEventHandlers(Element.prototype, ['load', 'error', 'click']);
  class Document extends EventTarget {
    getElementById(id) { return elements.get(id) ?? null; }
    [internals.PARENT](event) { return event.type === 'load' ? null : globals; }
    insertScript(src) {
      const script = new Element('');
      host.insert(src, script);
      return script;
    }
  }
  const document = new Document();
  document.readyState = 'loading';
  document.currentScript = null;
  globals.document = document;
  return {
    add(id) {
      const element = new Element(id);
      if (id) elements.set(id, element);
      return element;
    },
    readyState(state) { document.readyState = state; internals.fire(document, 'readystatechange'); },
    currentScript(element) { document.currentScript = element; },
    fire(target, type) {
      const object = target === 'window' ? globals : target === 'document' ? document : target;
      internals.fire(object, type, { bubbles: type === 'DOMContentLoaded' });
    },
    click(id) {
      const element = elements.get(id);
      if (element) internals.fire(element, 'click', { bubbles: true, cancelable: true });
      return Boolean(element);
    },
  };
})
