// The global object as a Window, https://html.spec.whatwg.org/#the-window-object
(function (host, globals, internals) {
  'use strict';
  const { requireKey, defineInterface, defineReadonly, defineEventHandlers, becomeTarget } = internals;

  class Window extends globals.EventTarget {
    constructor(key) {
      requireKey(key);
      super();
    }
  }
  defineEventHandlers(Window.prototype, [
    'load', 'DOMContentLoaded', 'pageshow', 'pagehide', 'beforeunload', 'unload', 'error', 'unhandledrejection',
    'rejectionhandled', 'message', 'messageerror', 'popstate', 'hashchange', 'resize', 'scroll', 'focus', 'blur',
    'online', 'offline', 'storage', 'languagechange', 'click', 'keydown', 'keyup', 'mousedown', 'mouseup', 'mousemove',
  ]);
  delete Window.prototype.onDOMContentLoaded;
  defineInterface(Window, { length: 0 });
  Object.setPrototypeOf(globals, Window.prototype);
  // The engine tags its global object itself.
  delete globals[Symbol.toStringTag];
  becomeTarget(globals);

  for (const name of ['window', 'self', 'frames', 'parent', 'top']) defineReadonly(globals, name, globals);
  const values = {
    isSecureContext: true, crossOriginIsolated: true, origin: globals.location.origin, name: '', closed: false, length: 0,
    opener: null, frameElement: null, devicePixelRatio: 1, innerWidth: 1280, innerHeight: 720, outerWidth: 1280,
    outerHeight: 720, screenX: 0, screenY: 0, scrollX: 0, scrollY: 0, pageXOffset: 0, pageYOffset: 0, status: '',
  };
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(globals, name, { value, writable: true, enumerable: true, configurable: true });
  }
  const functions = {
    alert: (message = '') => host.console('info', `alert: ${message}`),
    confirm: () => false,
    prompt: () => null,
    open: () => null,
    close: () => undefined,
    stop: () => undefined,
    focus: () => undefined,
    blur: () => undefined,
    scrollTo: () => undefined,
    scrollBy: () => undefined,
    scroll: () => undefined,
    requestIdleCallback: (callback) =>
      globals.setTimeout(() => callback({ didTimeout: false, timeRemaining: () => 50 }), 1),
    cancelIdleCallback: (handle) => globals.clearTimeout(handle),
  };
  for (const [name, value] of Object.entries(functions)) {
    Object.defineProperty(globals, name, { value, writable: true, enumerable: true, configurable: true });
  }
})
