// Imports a module by its URL, for the host.
(function (host, globals, internals) {
  'use strict';
  return (url, succeeded, failed) => { import(url).then(succeeded, failed); };
})
