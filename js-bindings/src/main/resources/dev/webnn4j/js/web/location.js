// Location and History of a page that never leaves its document.
(function (host, globals, internals) {
  'use strict';
  const { KEY, requireKey, defineInterface, defineReadonly } = internals;
  let url = new globals.URL(host.pageUrl());
  const entries = [{ href: url.href, state: null }];
  let current = 0;

  // Only the fragment may change without another document.
  function navigate(target) {
    const next = new globals.URL(target, url);
    const stays = next.href.replace(/#.*$/, '') === url.href.replace(/#.*$/, '') && next.href.includes('#');
    if (!stays) {
      host.console('warn', `Navigation to ${next.href} was ignored: this host shows one document.`);
      return;
    }
    const [oldURL, newURL] = [url.href, next.href];
    if (oldURL === newURL) return;
    url = next;
    entries.splice(current + 1, Infinity, { href: url.href, state: null });
    current += 1;
    globals.setTimeout(() => internals.fire(globals, 'hashchange', { Class: globals.HashChangeEvent, oldURL, newURL }), 0);
  }

  const parts = ['protocol', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'];

  class Location {
    constructor(key) { requireKey(key); }

    get href() { return url.href; }
    set href(value) { navigate(value); }
    get origin() { return url.origin; }
    get ancestorOrigins() { return []; }
    assign(target) { navigate(target); }
    replace(target) { navigate(target); }
    reload() { host.console('warn', 'location.reload() was ignored: this host shows a document once.'); }
    toString() { return url.href; }
  }
  for (const part of parts) {
    const accessors = {
      get [part]() { return url[part]; },
      set [part](value) {
        const next = new globals.URL(url.href);
        next[part] = value;
        navigate(next.href);
      },
    };
    Object.defineProperty(Location.prototype, part, { ...Object.getOwnPropertyDescriptor(accessors, part), enumerable: true });
  }
  defineInterface(Location, { length: 0 });

  const location = new Location(KEY);
  Object.defineProperty(globals, 'location', {
    get: () => location, set: (value) => navigate(String(value)), enumerable: true, configurable: false,
  });

  class History {
    constructor(key) { requireKey(key); }

    get length() { return entries.length; }
    get state() { return entries[current].state; }
    get scrollRestoration() { return 'auto'; }
    set scrollRestoration(value) { void value; }
    pushState(state, unused, target = undefined) {
      change(state, target);
      entries.splice(current + 1, Infinity, { href: url.href, state: globals.structuredClone(state) });
      current += 1;
    }
    replaceState(state, unused, target = undefined) {
      change(state, target);
      entries[current] = { href: url.href, state: globals.structuredClone(state) };
    }
    go(delta = 0) {
      const target = current + Number(delta);
      if (!entries[target] || target === current) return;
      globals.setTimeout(() => {
        current = target;
        url = new globals.URL(entries[current].href);
        internals.fire(globals, 'popstate', { Class: globals.PopStateEvent, state: entries[current].state });
      }, 0);
    }
    back() { this.go(-1); }
    forward() { this.go(1); }
  }
  defineInterface(History, { length: 0 });
  defineReadonly(globals, 'history', new History(KEY));

  function change(state, target) {
    if (target === undefined || target === null) return;
    const next = new globals.URL(target, url);
    if (next.origin !== url.origin) {
      throw new globals.DOMException(
        `A history state object with URL '${next.href}' cannot be created in a document with origin '${url.origin}'.`,
        'SecurityError');
    }
    url = next;
  }

  internals.baseUrl = () => globals.document?.baseURI ?? url.href;
})
