// Stacks that name scripts by their URL: the engine knows them by the path that stands for it.
(function (host, globals, internals) {
  'use strict';
  const place = (frame) => String(frame).replace(/\/@web\/(https?)\//, '$1://').replace(/#inline-module-\d+/, '');

  function headline(error) {
    try {
      return String(error);
    } catch {
      return 'Error';
    }
  }

  Object.defineProperty(globals.Error, 'prepareStackTrace', {
    value: (error, frames) => headline(error) + frames.map((frame) => `\n    at ${place(frame)}`).join(''),
    writable: true,
    configurable: true,
    enumerable: false,
  });
})
