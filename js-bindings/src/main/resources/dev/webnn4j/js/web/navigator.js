// Navigator, in a worker WorkerNavigator; others add their attributes (navigator.ml) to its prototype.
(function (host, globals, internals) {
  'use strict';
  const { KEY, requireKey } = internals;
  const name = host.scope() === 'Window' ? 'Navigator' : 'WorkerNavigator';

  class OwnNavigator {
    constructor(key) { requireKey(key); }

    get appCodeName() { return 'Mozilla'; }
    get appName() { return 'Netscape'; }
    get appVersion() { return '5.0 (X11; Linux x86_64) WebNN4J'; }
    get platform() { return 'Linux x86_64'; }
    get product() { return 'Gecko'; }
    get productSub() { return '20030107'; }
    get userAgent() { return 'Mozilla/5.0 (X11; Linux x86_64) WebNN4J'; }
    get vendor() { return ''; }
    get vendorSub() { return ''; }
    get language() { return 'en-US'; }
    get languages() { return languages; }
    get onLine() { return true; }
    get cookieEnabled() { return false; }
    get hardwareConcurrency() { return host.processors(); }
    get maxTouchPoints() { return 0; }
    get webdriver() { return true; }
  }
  const languages = Object.freeze(['en-US', 'en']);

  if (globals.navigator) {
    // Someone needed a navigator before us: it gets the attributes it lacks.
    internals.makeEnumerable(OwnNavigator.prototype, ['constructor']);
    const { constructor, ...attributes } = Object.getOwnPropertyDescriptors(OwnNavigator.prototype);
    const prototype = Object.getPrototypeOf(globals.navigator);
    for (const [name, descriptor] of Object.entries(attributes)) {
      if (!(name in prototype)) Object.defineProperty(prototype, name, descriptor);
    }
    return;
  }
  internals.defineInterface(OwnNavigator, { name, length: 0 });
  internals.defineReadonly(globals, 'navigator', new OwnNavigator(KEY));
})
