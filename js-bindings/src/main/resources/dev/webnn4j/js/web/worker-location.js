// The location of a worker, which never changes.
(function (host, globals, internals) {
  'use strict';
  const { KEY, requireKey, defineInterface, defineReadonly } = internals;
  const url = new globals.URL(host.pageUrl());

  class WorkerLocation {
    constructor(key) { requireKey(key); }

    toString() { return url.href; }
  }
  for (const part of ['href', 'origin', 'protocol', 'host', 'hostname', 'port', 'pathname', 'search', 'hash']) {
    const { get } = Object.getOwnPropertyDescriptor({ get [part]() { return url[part]; } }, part);
    Object.defineProperty(WorkerLocation.prototype, part, { get, enumerable: true, configurable: true });
  }
  defineInterface(WorkerLocation, { length: 0 });
  defineReadonly(globals, 'location', new WorkerLocation(KEY));
  internals.baseUrl = () => url.href;
})
