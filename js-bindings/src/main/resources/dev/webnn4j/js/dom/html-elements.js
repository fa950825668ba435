// The elements that have no behaviour of their own here, as tables: names and reflected attributes.
(function (host, globals, internals) {
  'use strict';
  const { STATE, attributes, defineElement, reflect } = internals;

  const plain = 'abbr acronym address article aside b basefont bdi bdo big center cite code dd dfn dt em figcaption figure footer header '
    + 'hgroup i kbd main mark nav nobr noembed noframes noscript plaintext rb rp rt rtc ruby s samp search section small strike strong sub '
    + 'summary sup tt u var wbr';
  defineElement(globals.HTMLElement, ...plain.split(' '));

  // interface: [element names, reflected attributes]
  const table = {
    HTMLAreaElement: ['area', { alt: 'string', coords: 'string', shape: 'string', target: 'string', href: 'url' }],
    HTMLBRElement: ['br', { clear: 'string' }],
    HTMLBaseElement: ['base', { target: 'string' }],
    HTMLBodyElement: ['body', { bgColor: 'string', text: 'string' }],
    HTMLDListElement: ['dl', {}],
    HTMLDataElement: ['data', { value: 'string' }],
    HTMLDataListElement: ['datalist', {}],
    HTMLDetailsElement: ['details', { open: 'boolean' }],
    HTMLDivElement: ['div', { align: 'string' }],
    HTMLEmbedElement: ['embed', { src: 'url', type: 'string', width: 'string', height: 'string' }],
    HTMLFontElement: ['font', { color: 'string', face: 'string', size: 'string' }],
    HTMLFrameElement: ['frame', { src: 'url', name: 'string' }],
    HTMLFrameSetElement: ['frameset', {}],
    HTMLHRElement: ['hr', { align: 'string' }],
    HTMLHeadElement: ['head', {}],
    HTMLHeadingElement: ['h1 h2 h3 h4 h5 h6', { align: 'string' }],
    HTMLHtmlElement: ['html', { version: 'string' }],
    HTMLIFrameElement: ['iframe', { src: 'url', srcdoc: 'string', name: 'string', width: 'string', height: 'string' }],
    HTMLLIElement: ['li', { value: 'integer', type: 'string' }],
    HTMLLegendElement: ['legend', { align: 'string' }],
    HTMLLinkElement: ['link', { href: 'url', rel: 'string', media: 'string', type: 'string', as: 'string', disabled: 'boolean', integrity: 'string' }],
    HTMLMapElement: ['map', { name: 'string' }],
    HTMLMenuElement: ['menu', {}],
    HTMLMetaElement: ['meta', { name: 'string', content: 'string', httpEquiv: { kind: 'string', name: 'http-equiv' }, media: 'string' }],
    HTMLMeterElement: ['meter', {}],
    HTMLModElement: ['del ins', { cite: 'url', dateTime: 'string' }],
    HTMLOListElement: ['ol', { start: { kind: 'integer', missing: 1 }, reversed: 'boolean', type: 'string' }],
    HTMLObjectElement: ['object', { data: 'url', type: 'string', name: 'string', width: 'string', height: 'string' }],
    HTMLParagraphElement: ['p', { align: 'string' }],
    HTMLParamElement: ['param', { name: 'string', value: 'string' }],
    HTMLPictureElement: ['picture', {}],
    HTMLPreElement: ['pre listing xmp', { width: 'integer' }],
    HTMLProgressElement: ['progress', {}],
    HTMLQuoteElement: ['q blockquote', { cite: 'url' }],
    HTMLSlotElement: ['slot', { name: 'string' }],
    HTMLSourceElement: ['source', { src: 'url', type: 'string', srcset: 'string', media: 'string' }],
    HTMLSpanElement: ['span', {}],
    HTMLStyleElement: ['style', { media: 'string', type: 'string' }],
    HTMLTableCaptionElement: ['caption', { align: 'string' }],
    HTMLTableCellElement: ['td th', { colSpan: { kind: 'integer', missing: 1 }, rowSpan: { kind: 'integer', missing: 1 }, headers: 'string' }],
    HTMLTableColElement: ['col colgroup', { span: { kind: 'integer', missing: 1 } }],
    HTMLTimeElement: ['time', { dateTime: 'string' }],
    HTMLTitleElement: ['title', {}],
    HTMLTrackElement: ['track', { src: 'url', kind: 'string', label: 'string', srclang: 'string' }],
    HTMLUListElement: ['ul', { type: 'string' }],
    HTMLAnchorElement: ['a', {
      href: 'url', target: 'string', download: 'string', rel: 'string', hreflang: 'string', type: 'string', name: 'string', ping: 'string',
    }],
    HTMLScriptElement: ['script', {
      src: 'url', type: 'string', charset: 'string', defer: 'boolean', noModule: 'boolean', integrity: 'string', event: 'string',
      crossOrigin: { kind: 'string', missing: null }, referrerPolicy: 'string',
    }],
  };
  for (const [name, [names, reflected]] of Object.entries(table)) {
    const Class = { [name]: class extends globals.HTMLElement {} }[name];
    reflect(Class, reflected);
    defineElement(Class, ...names.split(' '));
  }

  const define = (Class, members) => internals.nodeMixins.mixin(globals[Class], members);

  // The parts of a link's URL, and its text.
  const parts = {};
  for (const part of ['protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash']) {
    Object.defineProperty(parts, part, {
      get() {
        const url = urlOf(this);
        return url ? url[part] : part === 'protocol' ? ':' : '';
      },
      set(value) {
        const url = urlOf(this);
        if (!url) return;
        url[part] = value;
        this.href = url.href;
      },
      enumerable: true, configurable: true,
    });
  }
  const urlOf = (element) => {
    try {
      return new globals.URL(element.href);
    } catch {
      return null;
    }
  };
  define('HTMLAnchorElement', Object.defineProperties({
    get origin() { return urlOf(this)?.origin ?? ''; },
    get text() { return this.textContent; },
    set text(value) { this.textContent = value; },
    get relList() { return this[STATE].relList ??= internals.tokenList(this, 'rel'); },
    toString() { return this.href; },
  }, Object.getOwnPropertyDescriptors(parts)));

  define('HTMLBaseElement', {
    get href() { return internals.resolveUrl(this[STATE].document, attributes.get(this, 'href') ?? '', this[STATE].document.URL); },
    set href(value) { attributes.set(this, 'href', String(value)); },
  });
  define('HTMLTitleElement', { get text() { return this.textContent; }, set text(value) { this.textContent = value; } });
  define('HTMLScriptElement', {
    get text() { return this.textContent; },
    set text(value) { this.textContent = value; },
    // A script made by a script is asynchronous until it says otherwise.
    get async() { return this.hasAttribute('async') || this[STATE].forceAsync === true; },
    set async(value) {
      this[STATE].forceAsync = false;
      this.toggleAttribute('async', Boolean(value));
    },
  });
  define('HTMLLinkElement', {
    get relList() { return this[STATE].relList ??= internals.tokenList(this, 'rel'); },
    get sheet() { return null; },
  });
  define('HTMLStyleElement', { get sheet() { return null; } });
  define('HTMLIFrameElement', { get contentDocument() { return null; }, get contentWindow() { return null; } });
  const between = (value, low, high) => Math.min(Math.max(value, low), high);
  define('HTMLProgressElement', {
    get max() { return Number(attributes.get(this, 'max')) || 1; },
    set max(value) { attributes.set(this, 'max', String(value)); },
    get value() { return between(Number(attributes.get(this, 'value')) || 0, 0, this.max); },
    set value(value) { attributes.set(this, 'value', String(value)); },
    get position() { return this.hasAttribute('value') ? this.value / this.max : -1; },
  });
  define('HTMLMeterElement', {
    get min() { return Number(attributes.get(this, 'min')) || 0; },
    get max() { return Number(attributes.get(this, 'max') ?? 1); },
    get value() { return between(Number(attributes.get(this, 'value')) || 0, this.min, this.max); },
    set value(value) { attributes.set(this, 'value', String(value)); },
  });

  class HTMLTemplateElement extends globals.HTMLElement {
    constructor(...given) {
      super(...given);
      this[STATE].content = this[STATE].document.createDocumentFragment();
    }
    get content() { return this[STATE].content; }
  }
  defineElement(HTMLTemplateElement, 'template');

  // A summary opens and closes its details.
  Object.defineProperty(globals.HTMLElement.prototype, internals.ACTIVATE, {
    get() {
      const details = this.localName === 'summary' ? this[STATE].parent : null;
      return details?.[STATE].local === 'details' ? () => { details.open = !details.open; internals.fire(details, 'toggle'); } : undefined;
    },
    configurable: true,
  });

  class HTMLDialogElement extends globals.HTMLElement {
    get returnValue() { return this[STATE].returnValue ?? ''; }
    set returnValue(value) { this[STATE].returnValue = String(value); }
    show() { this.open = true; }
    showModal() { this.open = true; }
    close(value) {
      if (!this.open) return;
      this.open = false;
      if (value !== undefined) this.returnValue = value;
      internals.fire(this, 'close');
    }
  }
  reflect(HTMLDialogElement, { open: 'boolean' });
  defineElement(HTMLDialogElement, 'dialog');

})
