// Throws a value for the host, which then has it as an exception.
(function (host, globals, internals) {
  'use strict';
  return (value) => {
    throw value;
  };
})
