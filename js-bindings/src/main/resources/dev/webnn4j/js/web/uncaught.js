// Errors and rejections that no script dealt with, https://html.spec.whatwg.org/#report-the-exception
(function (host, globals, internals) {
  'use strict';
  const { fire } = internals;

  // An error that nobody caught goes to window.onerror and its like, and to the host unless they prevent it.
  let reporting = false;
  internals.reportException = (error) => {
    if (!reporting) {
      reporting = true;
      try {
        const { filename, lineno, colno } = JSON.parse(host.placeOf(error));
        const message = `Uncaught ${internals.describe(error)}`;
        const init = { Class: globals.ErrorEvent, cancelable: true, message, filename, lineno, colno, error };
        if (!fire(globals, 'error', init)) return;
      } finally {
        reporting = false;
      }
    }
    host.reportException(error);
  };

  internals.reportRejection = (promise, reason) => {
    const init = { Class: globals.PromiseRejectionEvent, cancelable: true, promise, reason };
    if (fire(globals, 'unhandledrejection', init)) host.reportRejection(reason);
  };

  Object.defineProperty(globals, 'reportError', {
    value: (error) => internals.reportException(error), writable: true, enumerable: true, configurable: true,
  });
})
