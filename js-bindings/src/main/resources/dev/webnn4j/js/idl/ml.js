// ML, and navigator.ml
(function (host, globals, internals) {
  'use strict';
  const { KEY, requireKey, defineInterface, webnn } = internals;
  const { parse } = globals.JSON;
  const { TypeError, Object } = globals;

  const toPowerPreference = webnn.converter(parse(host.powerPreference));
  // Left the specification in 2025. Chromium still takes it, and web-platform-tests pass it.
  const toDeviceType = webnn.converter({ kind: 'enum', name: 'MLDeviceType', values: ['cpu', 'gpu', 'npu'] });

  class ML {
    #brand;

    constructor(key) { requireKey(key); }

    createContext(options = {}) {
      return webnn.promising(() => {
        this.#brand;
        const dictionary = webnn.toDictionary(options, 'createContext: options');
        const { accelerated } = dictionary;
        const { deviceType } = dictionary;
        if (deviceType !== undefined) toDeviceType(deviceType, 'createContext: deviceType');
        const { powerPreference } = dictionary;
        const preference = powerPreference === undefined
          ? 'default' : toPowerPreference(powerPreference, 'createContext: powerPreference');
        const former = deviceType !== undefined;
        return host.createContext(accelerated === undefined || !!accelerated, preference, former, webnn.newContext);
      });
    }
  }
  defineInterface(ML, { length: 0 });

  const ml = new ML(KEY);
  const navigator = globals.navigator ?? newNavigator();

  function newNavigator() {
    class Navigator {
      constructor(key) { requireKey(key); }
    }
    defineInterface(Navigator, { length: 0 });
    const created = new Navigator(KEY);
    internals.defineReadonly(globals, 'navigator', created);
    return created;
  }

  const { get } = Object.getOwnPropertyDescriptor({
    get ml() {
      if (this !== navigator) throw new TypeError('Illegal invocation');
      return ml;
    },
  }, 'ml');
  // Of Navigator or, in a worker, WorkerNavigator; an embedder's may be a plain object.
  const prototype = Object.getPrototypeOf(navigator);
  const owner = prototype === null || prototype === Object.prototype ? navigator : prototype;
  Object.defineProperty(owner, 'ml', { get, set: undefined, enumerable: true, configurable: true });
})
