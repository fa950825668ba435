// MutationObserver, https://dom.spec.whatwg.org/#mutation-observers
(function (host, globals, internals) {
  'use strict';
  const { KEY, STATE, dom, requireKey, defineInterface } = internals;

  // All registrations: { observer, target, options }. Pages have few.
  const registrations = new Set();
  const queues = new Map();
  let scheduled = false;

  class MutationRecord {
    #values;
    constructor(key, values) {
      requireKey(key);
      this.#values = { oldValue: null, attributeName: null, attributeNamespace: null, previousSibling: null, nextSibling: null,
        addedNodes: internals.staticNodeList([]), removedNodes: internals.staticNodeList([]), ...values };
    }
    get type() { return this.#values.type; }
    get target() { return this.#values.target; }
    get addedNodes() { return this.#values.addedNodes; }
    get removedNodes() { return this.#values.removedNodes; }
    get previousSibling() { return this.#values.previousSibling; }
    get nextSibling() { return this.#values.nextSibling; }
    get attributeName() { return this.#values.attributeName; }
    get attributeNamespace() { return this.#values.attributeNamespace; }
    get oldValue() { return this.#values.oldValue; }
  }
  defineInterface(MutationRecord, { length: 0 });

  class MutationObserver {
    #callback;
    constructor(callback) {
      internals.requireArguments(arguments.length, 1, "constructor 'MutationObserver'");
      if (typeof callback !== 'function') throw new TypeError('The callback is not a function.');
      this.#callback = callback;
    }
    static { this.deliver = (observer, records) => observer.#callback(records, observer); }

    observe(target, options = {}) {
      const attributes = options.attributes ?? (options.attributeOldValue !== undefined || options.attributeFilter !== undefined);
      const characterData = options.characterData ?? options.characterDataOldValue !== undefined;
      if (!options.childList && !attributes && !characterData) {
        throw new TypeError("The options object must set at least one of 'attributes', 'characterData', or 'childList' to true.");
      }
      if (!target?.[STATE]) throw new TypeError("parameter 1 is not of type 'Node'.");
      for (const known of registrations) if (known.observer === this && known.target === target) registrations.delete(known);
      registrations.add({ observer: this, target, options: { ...options, attributes, characterData } });
    }
    disconnect() {
      for (const known of registrations) if (known.observer === this) registrations.delete(known);
      queues.delete(this);
    }
    takeRecords() {
      const records = queues.get(this) ?? [];
      queues.delete(this);
      return records;
    }
  }
  const { deliver } = MutationObserver;
  delete MutationObserver.deliver;
  defineInterface(MutationObserver, { length: 1, aliases: ['WebKitMutationObserver'] });

  function queue(target, wants, values, oldValue) {
    if (registrations.size === 0) return;
    const told = new Map();
    for (const { observer, target: root, options } of registrations) {
      if (!wants(options) || !(root === target || (options.subtree && dom.isInclusiveAncestor(root, target)))) continue;
      const withOld = options[`${values.type}OldValue`] === true || (values.type === 'attributes' && options.attributeOldValue);
      told.set(observer, told.get(observer) || withOld);
    }
    for (const [observer, withOld] of told) {
      const record = new MutationRecord(KEY, { ...values, target, oldValue: withOld ? oldValue : null });
      if (queues.has(observer)) queues.get(observer).push(record);
      else queues.set(observer, [record]);
    }
    if (told.size > 0 && !scheduled) {
      scheduled = true;
      Promise.resolve().then(flush);
    }
  }

  function flush() {
    scheduled = false;
    for (const [observer, records] of [...queues]) {
      queues.delete(observer);
      try {
        deliver(observer, records);
      } catch (error) {
        internals.reportException(error);
      }
    }
  }

  dom.hooks.childList = (target, added, removed, previousSibling, nextSibling) => {
    if (registrations.size === 0) return;
    queue(target, (options) => options.childList, {
      type: 'childList', addedNodes: internals.staticNodeList(added), removedNodes: internals.staticNodeList(removed),
      previousSibling, nextSibling,
    }, null);
  };
  dom.hooks.attribute = (element, name, old) => {
    if (name === 'id') internals.idChanged(element, old, element[STATE].attributes.get(name)?.value ?? null);
    queue(element, (options) => options.attributes && (!options.attributeFilter || [...options.attributeFilter].includes(name)),
      { type: 'attributes', attributeName: name }, old);
  };
  dom.hooks.characterData = (node, old) => queue(node, (options) => options.characterData, { type: 'characterData' }, old);

  // Observers of layout: there is none, so they never have anything to say.
  for (const name of ['ResizeObserver', 'IntersectionObserver']) {
    const Class = { [name]: class {
      constructor(callback) {
        if (typeof callback !== 'function') throw new TypeError('The callback is not a function.');
      }
      observe() {}
      unobserve() {}
      disconnect() {}
      takeRecords() { return []; }
    } }[name];
    defineInterface(Class, { length: 1 });
  }
})
