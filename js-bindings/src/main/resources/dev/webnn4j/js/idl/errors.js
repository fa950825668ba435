// Throws the errors that Java asks for, by the name the specification gives them.
(function (host, globals, internals) {
  'use strict';
  const { DOMException, TypeError } = globals;

  return (name, message) => {
    throw name === 'TypeError' ? new TypeError(message) : new DOMException(message, name);
  };
})
