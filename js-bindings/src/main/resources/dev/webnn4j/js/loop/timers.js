// Timers, frames, microtasks and the monotonic clock; also where unhandled promise rejections surface.
(function (host, globals, internals) {
  'use strict';
  const { Promise } = globals;
  const then = Promise.prototype.then;
  const resolved = Promise.resolve();

  // Replaced by a page, which fires events on its window first.
  internals.reportException ??= (error) => host.reportException(error);
  internals.reportRejection ??= (promise, reason) => host.reportRejection(reason);

  function define(name, value) {
    Object.defineProperty(globals, name, { value, writable: true, configurable: true, enumerable: true });
  }

  function callable(handler) {
    if (typeof handler === 'function') return (...given) => handler.apply(globals, given);
    const code = String(handler);
    return () => (0, eval)(code);
  }

  define('setTimeout', function setTimeout(handler, timeout = 0, ...given) {
    return host.setTimer(callable(handler), Number(timeout), false, given);
  });
  define('setInterval', function setInterval(handler, timeout = 0, ...given) {
    return host.setTimer(callable(handler), Number(timeout), true, given);
  });
  define('clearTimeout', function clearTimeout(id = 0) { host.clearTimer(Number(id) | 0); });
  define('clearInterval', function clearInterval(id = 0) { host.clearTimer(Number(id) | 0); });

  define('requestAnimationFrame', function requestAnimationFrame(callback) {
    if (typeof callback !== 'function') {
      throw new TypeError("Failed to execute 'requestAnimationFrame' on 'Window': parameter 1 is not of type 'Function'.");
    }
    return host.requestFrame(callable(callback));
  });
  define('cancelAnimationFrame', function cancelAnimationFrame(handle) { host.cancelFrame(Number(handle) | 0); });

  define('queueMicrotask', function queueMicrotask(callback) {
    if (typeof callback !== 'function') {
      throw new TypeError("Failed to execute 'queueMicrotask' on 'Window': parameter 1 is not of type 'Function'.");
    }
    then.call(resolved, () => {
      try {
        callback();
      } catch (error) {
        internals.reportException(error);
      }
    });
  });

  const timeOrigin = Date.now() - host.now();
  const entries = [];
  const record = (entryType, name, startTime, duration, detail = null) => {
    const entry = Object.freeze({ name: String(name), entryType, startTime, duration, detail });
    entries.push(entry);
    return entry;
  };
  const timeOf = (mark) => {
    if (typeof mark === 'number') return mark;
    return entries.findLast((entry) => entry.name === mark && entry.entryType === 'mark')?.startTime ?? 0;
  };
  const clear = (entryType, name) => {
    const kept = entries.filter((entry) => entry.entryType !== entryType || (name !== undefined && entry.name !== name));
    entries.splice(0, entries.length, ...kept);
  };
  const performance = {
    timeOrigin,
    now: () => host.now(),
    mark: (name, { startTime = host.now(), detail } = {}) => record('mark', name, startTime, 0, detail),
    measure: (name, start = 0, end = undefined) => {
      const { start: from = 0, end: to = undefined } = typeof start === 'object' ? start : { start, end };
      const begin = timeOf(from);
      return record('measure', name, begin, (to === undefined ? host.now() : timeOf(to)) - begin);
    },
    clearMarks: (name) => clear('mark', name),
    clearMeasures: (name) => clear('measure', name),
    getEntries: () => [...entries],
    getEntriesByName: (name, type) => entries.filter((e) => e.name === name && (type ?? e.entryType) === e.entryType),
    getEntriesByType: (type) => entries.filter((entry) => entry.entryType === type),
    toJSON: () => ({ timeOrigin }),
  };
  Object.defineProperty(performance, Symbol.toStringTag, { value: 'Performance', configurable: true });
  define('performance', performance);

  globals.Graal?.setUnhandledPromiseRejectionHandler?.((reason, promise) => internals.reportRejection(promise, reason));
  delete globals.Graal;
})
