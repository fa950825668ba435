// Navigator; others add their attributes (navigator.ml) to its prototype.
(function (host, globals, internals) {
  'use strict';
  if (globals.navigator) return;
  const { KEY, requireKey } = internals;

  class Navigator {
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
  internals.defineInterface(Navigator, { length: 0 });
  internals.defineReadonly(globals, 'navigator', new Navigator(KEY));
})
