// postMessage within one page, https://html.spec.whatwg.org/#channel-messaging
(function (host, globals, internals) {
  'use strict';
  const { KEY, requireKey, defineInterface, defineEventHandlers, fire } = internals;

  function deliver(target, data, origin = '') {
    globals.setTimeout(() => fire(target, 'message', { Class: globals.MessageEvent, data, origin }), 0);
  }
  const transferOf = (options) => (Array.isArray(options) ? options : options?.transfer ?? []);
  const clone = (message, options) =>
    globals.structuredClone(message, { transfer: transferOf(options).filter((item) => item instanceof ArrayBuffer) });

  let link;

  class MessagePort extends globals.EventTarget {
    #other = null;
    #queue = [];
    #started = false;

    static {
      link = (a, b) => {
        a.#other = b;
        b.#other = a;
      };
    }

    constructor(key) {
      requireKey(key);
      super();
    }

    #receive(data) {
      if (this.#started) deliver(this, data);
      else this.#queue.push(data);
    }
    postMessage(message, options) { this.#other?.#receive(clone(message, options)); }
    start() {
      this.#started = true;
      for (const data of this.#queue.splice(0)) deliver(this, data);
    }
    close() { this.#other = null; }
  }
  defineEventHandlers(MessagePort.prototype, ['message', 'messageerror']);
  const handler = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    ...handler,
    set(value) {
      handler.set.call(this, value);
      this.start();
    },
  });
  defineInterface(MessagePort, { length: 0 });

  class MessageChannel {
    #ports = [new MessagePort(KEY), new MessagePort(KEY)];

    constructor() { link(...this.#ports); }
    get port1() { return this.#ports[0]; }
    get port2() { return this.#ports[1]; }
  }
  defineInterface(MessageChannel);

  internals.defineGlobal('postMessage', function postMessage(message, targetOrigin = '/', transfer = undefined) {
    const options = typeof targetOrigin === 'object' ? targetOrigin : transfer;
    deliver(globals, clone(message, options), globals.location.origin);
  });
})
