// Event and the events that only carry values, https://dom.spec.whatwg.org/#events
(function (host, globals, internals) {
  'use strict';

  const constants = { NONE: 0, CAPTURING_PHASE: 1, AT_TARGET: 2, BUBBLING_PHASE: 3 };
  let stateOf;

  class Event {
    #state;

    static { stateOf = (event) => event.#state; }

    static isEvent(value) { return typeof value === 'object' && value !== null && #state in value; }

    constructor(type, init = {}) {
      internals.requireArguments(arguments.length, 1, "constructor 'Event'");
      const given = init ?? {};
      this.#state = {
        type: String(type),
        bubbles: Boolean(given.bubbles),
        cancelable: Boolean(given.cancelable),
        composed: Boolean(given.composed),
        timeStamp: globals.performance?.now() ?? 0,
        target: null, currentTarget: null, phase: constants.NONE, path: [],
        initialized: true, dispatching: false, canceled: false, passive: false,
        stopped: false, stoppedImmediately: false, trusted: false,
      };
    }

    get type() { return this.#state.type; }
    get target() { return this.#state.target; }
    get srcElement() { return this.#state.target; }
    get currentTarget() { return this.#state.currentTarget; }
    composedPath() { return this.#state.currentTarget === null ? [] : [...this.#state.path]; }
    get eventPhase() { return this.#state.phase; }
    stopPropagation() { this.#state.stopped = true; }
    get cancelBubble() { return this.#state.stopped; }
    set cancelBubble(value) { if (value) this.#state.stopped = true; }
    stopImmediatePropagation() { this.#state.stopped = this.#state.stoppedImmediately = true; }
    get bubbles() { return this.#state.bubbles; }
    get cancelable() { return this.#state.cancelable; }
    get returnValue() { return !this.#state.canceled; }
    set returnValue(value) { if (!value) this.preventDefault(); }
    preventDefault() { if (this.#state.cancelable && !this.#state.passive) this.#state.canceled = true; }
    get defaultPrevented() { return this.#state.canceled; }
    get composed() { return this.#state.composed; }
    get isTrusted() { return this.#state.trusted; }
    get timeStamp() { return this.#state.timeStamp; }

    initEvent(type, bubbles = false, cancelable = false) {
      internals.requireArguments(arguments.length, 1, "'initEvent' on 'Event'");
      if (this.#state.dispatching) return;
      Object.assign(this.#state, {
        type: String(type), bubbles: Boolean(bubbles), cancelable: Boolean(cancelable),
        target: null, initialized: true, canceled: false, stopped: false, stoppedImmediately: false, trusted: false,
      });
    }
  }
  const { isEvent } = Event;
  delete Event.isEvent;
  internals.defineInterface(Event, { length: 1, constants });

  // Defines an interface of events whose attributes are set by the constructor only.
  //   attributes  name -> default; a default that is a number, string or boolean also says the type
  function defineEvent(name, attributes, Parent = Event, options = {}) {
    const convert = (value, like) => {
      if (value === undefined) return like;
      switch (typeof like) {
        case 'number': return Number(value);
        case 'string': return String(value);
        case 'boolean': return Boolean(value);
        default: return value;
      }
    };
    const Class = {
      [name]: class extends Parent {
        #values = {};

        static { Object.defineProperty(this, 'read', { value: (event, key) => event.#values[key], configurable: true }); }

        constructor(type, init = {}) {
          super(type, init);
          for (const [key, like] of Object.entries(attributes)) this.#values[key] = convert((init ?? {})[key], like);
        }
      },
    }[name];
    const { read } = Class;
    delete Class.read;
    for (const key of Object.keys(attributes)) {
      const { get } = Object.getOwnPropertyDescriptor({ get [key]() { return read(this, key); } }, key);
      Object.defineProperty(Class.prototype, key, { get, enumerable: true, configurable: true });
    }
    return internals.defineInterface(Class, { length: 1, ...options });
  }

  defineEvent('CustomEvent', { detail: null });
  defineEvent('ErrorEvent', { message: '', filename: '', lineno: 0, colno: 0, error: null });
  defineEvent('ProgressEvent', { lengthComputable: false, loaded: 0, total: 0 });
  defineEvent('MessageEvent', { data: null, origin: '', lastEventId: '', source: null, ports: Object.freeze([]) });
  defineEvent('PromiseRejectionEvent', { promise: null, reason: undefined });
  defineEvent('PopStateEvent', { state: null });
  defineEvent('HashChangeEvent', { oldURL: '', newURL: '' });

  Object.assign(internals, { defineEvent, eventState: (event) => stateOf(event), isEvent });
})
