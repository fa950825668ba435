// The global object of a worker, https://html.spec.whatwg.org/#workerglobalscope
(function (host, globals, internals) {
  'use strict';
  const { requireKey, defineInterface, defineReadonly, defineEventHandlers, becomeTarget } = internals;

  class WorkerGlobalScope extends globals.EventTarget {
    constructor(key) {
      requireKey(key);
      super();
    }
  }
  defineEventHandlers(WorkerGlobalScope.prototype, [
    'error', 'languagechange', 'offline', 'online', 'rejectionhandled', 'unhandledrejection',
  ]);
  defineInterface(WorkerGlobalScope, { length: 0 });

  // What each kind of worker hears of besides.
  const EVENTS = {
    DedicatedWorkerGlobalScope: ['message', 'messageerror'],
    SharedWorkerGlobalScope: ['connect'],
    ServiceWorkerGlobalScope: ['install', 'activate', 'fetch', 'message', 'messageerror'],
  };
  const name = host.scope();
  const { [name]: Scope } = { [name]: class extends WorkerGlobalScope {} };
  defineEventHandlers(Scope.prototype, EVENTS[name]);
  defineInterface(Scope, { name, length: 0 });
  Object.setPrototypeOf(globals, Scope.prototype);
  delete globals[Symbol.toStringTag];
  becomeTarget(globals);

  defineReadonly(globals, 'self', globals);
  const members = {
    isSecureContext: true,
    crossOriginIsolated: true,
    origin: globals.location.origin,
    importScripts: (...urls) => {
      const resolved = urls.map((url) => new globals.URL(url, globals.location.href).href);
      for (const url of resolved) {
        const problem = host.importScript(url);
        if (problem) throw new globals.DOMException(problem, 'NetworkError');
      }
    },
  };
  // Nobody started this worker, so that nobody listens.
  if (name === 'DedicatedWorkerGlobalScope') members.postMessage = () => undefined;
  else delete globals.postMessage;
  if (name !== 'ServiceWorkerGlobalScope') Object.assign(members, { name: '', close: () => undefined });
  for (const [member, value] of Object.entries(members)) {
    Object.defineProperty(globals, member, { value, writable: true, enumerable: true, configurable: true });
  }
})
