// Document, HTMLDocument, XMLDocument and DOMImplementation.
(function (host, globals, internals) {
  'use strict';
  const { KEY, STATE, PARENT, NAMESPACE, dom, requireKey, defineInterface, nodeMixins } = internals;

  class Document extends globals.Node {
    constructor(key, { html = false, url = 'about:blank', contentType = html ? 'text/html' : 'application/xml' } = {}) {
      super(KEY, 9, null);
      Object.assign(this[STATE], {
        html, url, contentType, name: '#document', readyState: 'complete', currentScript: null, active: null, cookies: new Map(),
        window: null,
      });
    }

    // Events go on to the window, but for load.
    [PARENT](event) { return event.type === 'load' ? null : this[STATE].window; }

    get implementation() { return this[STATE].implementation ??= new DOMImplementation(KEY, this); }
    get URL() { return this[STATE].url; }
    get documentURI() { return this[STATE].url; }
    get baseURI() {
      const base = this.querySelector('base[href]');
      return base ? resolve(base.getAttribute('href'), this[STATE].url) : this[STATE].url;
    }
    get compatMode() { return this.doctype || !this[STATE].html ? 'CSS1Compat' : 'BackCompat'; }
    get characterSet() { return 'UTF-8'; }
    get charset() { return 'UTF-8'; }
    get inputEncoding() { return 'UTF-8'; }
    get contentType() { return this[STATE].contentType; }
    get doctype() { return dom.childrenOf(this).find((child) => child[STATE].type === 10) ?? null; }
    get documentElement() { return this.firstElementChild; }

    get head() { return childOf(this.documentElement, 'head'); }
    get body() { return childOf(this.documentElement, 'body', 'frameset'); }
    set body(body) {
      if (this.body) this.body.replaceWith(body);
      else this.documentElement.append(body);
    }
    get title() { return (this.querySelector('title')?.textContent ?? '').trim().replace(/\s+/g, ' '); }
    set title(value) {
      const title = this.querySelector('title') ?? this.head?.appendChild(this.createElement('title'));
      if (title) title.textContent = value;
    }

    get forms() { return collection(this, 'forms', (e) => e.localName === 'form'); }
    get images() { return collection(this, 'images', (e) => e.localName === 'img'); }
    get scripts() { return collection(this, 'scripts', (e) => e.localName === 'script'); }
    get links() { return collection(this, 'links', (e) => /^(a|area)$/.test(e.localName) && e.hasAttribute('href')); }
    get anchors() { return collection(this, 'anchors', (e) => e.localName === 'a' && e.hasAttribute('name')); }
    get embeds() { return collection(this, 'embeds', (e) => e.localName === 'embed'); }
    get styleSheets() { return []; }

    get readyState() { return this[STATE].readyState; }
    get currentScript() { return this[STATE].currentScript; }
    get defaultView() { return this[STATE].window; }
    get location() { return this[STATE].window ? globals.location ?? null : null; }
    set location(url) { if (this[STATE].window) globals.location = url; }
    get referrer() { return ''; }
    get domain() { return internals.urlParts(this[STATE].url)?.hostname ?? ''; }
    get lastModified() { return new Date(0).toLocaleString('en-US'); }
    get hidden() { return false; }
    get visibilityState() { return 'visible'; }
    get designMode() { return 'off'; }
    get dir() { return this.documentElement?.dir ?? ''; }
    get fullscreenElement() { return null; }
    get activeElement() { return this[STATE].active?.isConnected ? this[STATE].active : this.body; }
    hasFocus() { return true; }
    get scrollingElement() { return this.documentElement; }

    // Cookies live as long as the page.
    get cookie() { return Array.from(this[STATE].cookies, ([name, value]) => (name ? `${name}=${value}` : value)).join('; '); }
    set cookie(text) {
      const [pair, ...settings] = String(text).split(';').map((part) => part.trim());
      const at = pair.indexOf('=');
      const name = at < 0 ? '' : pair.slice(0, at).trim();
      const gone = settings.some((setting) => {
        const [key, value = ''] = setting.split('=');
        return (/^max-age$/i.test(key) && Number(value) <= 0) || (/^expires$/i.test(key) && Date.parse(value) <= Date.now());
      });
      if (gone) this[STATE].cookies.delete(name);
      else this[STATE].cookies.set(name, pair.slice(at + 1).trim());
    }

    createElement(name) {
      internals.requireArguments(arguments.length, 1, "'createElement' on 'Document'");
      const local = internals.requireName(this[STATE].html ? String(name).toLowerCase() : String(name));
      if (!/^[^\d.-]/.test(local)) throw dom.domError(`'${local}' is not a valid name.`, 'InvalidCharacterError');
      const namespace = this[STATE].html || this[STATE].contentType === 'application/xhtml+xml' ? NAMESPACE.HTML : null;
      const element = internals.newElement(this, namespace, null, local);
      if (local === 'script') element[STATE].forceAsync = true;
      return element;
    }
    createElementNS(namespace, name) {
      const [prefix, local] = internals.attributes.split(internals.requireName(String(name)));
      return internals.newElement(this, namespace === '' ? null : namespace, prefix, local);
    }
    createTextNode(data) { return new globals.Text(data, 3, this); }
    createComment(data) { return new globals.Comment(data, this); }
    createCDATASection(data) { return internals.newCData(this, String(data)); }
    createProcessingInstruction(target, data) { return internals.newInstruction(this, String(target), String(data)); }
    createDocumentFragment() { return new globals.DocumentFragment(this); }
    createAttribute(name) { return this.createAttributeNS(null, this[STATE].html ? String(name).toLowerCase() : String(name)); }
    createAttributeNS(namespace, name) {
      const [prefix, local] = namespace === null ? [null, name] : internals.attributes.split(String(name));
      return internals.attributes.node({ name: String(name), value: '', namespace, prefix, local, element: null, node: null }, this);
    }
    createEvent(type) {
      const name = internals.legacyEvents[String(type).toLowerCase()];
      if (!name) throw dom.domError(`The provided event type ('${type}') is invalid.`, 'NotSupportedError');
      const event = new globals[name]('');
      internals.eventState(event).initialized = false;
      return event;
    }
    createRange() { return new globals.Range(this); }
    createTreeWalker(root, whatToShow, filter) { return internals.newTreeWalker(root, whatToShow, filter); }
    createNodeIterator(root, whatToShow, filter) { return internals.newNodeIterator(root, whatToShow, filter); }

    importNode(node, deep = false) { return internals.cloneNode(node, Boolean(deep), this); }
    adoptNode(node) {
      if (node[STATE].parent) dom.remove(node);
      dom.adopt(node, this);
      return node;
    }

    getElementById(id) { return internals.findById(this, String(id)); }
    getElementsByTagName(name) { return internals.byTagName(this, String(name)); }
    getElementsByTagNameNS(namespace, local) { return internals.byTagNameNS(this, namespace, String(local)); }
    getElementsByClassName(names) { return internals.byClassName(this, String(names)); }
    getElementsByName(name) {
      const wanted = String(name);
      return internals.liveNodeList(() => [...internals.elementsIn(this)].filter((e) => e.getAttribute('name') === wanted));
    }
    elementFromPoint() { return null; }
    elementsFromPoint() { return []; }
    getSelection() { return null; }
    execCommand() { return false; }
    queryCommandSupported() { return false; }

    open() {
      dom.removeChildren(this.body ?? this);
      return this;
    }
    close() {}
    // What a script writes comes where the script stands; afterwards it is added to the body.
    write(...markup) {
      const place = this[STATE].currentScript?.isConnected ? this[STATE].currentScript : null;
      const parent = place ? place.parentNode : this.body ?? this;
      const fragment = internals.parseFragment(markup.join(''), place ? place.parentElement : this.body ?? this.createElement('body'));
      for (const e of internals.elementsIn(fragment)) if (e.localName === 'script') e[STATE].started = false;
      dom.insert(fragment, parent, place ? place[STATE].next : null);
    }
    writeln(...markup) { this.write(...markup, '\n'); }
  }
  internals.defineEventHandlers(Document.prototype, [...internals.handlerTypes, 'readystatechange', 'visibilitychange', 'selectionchange',
    'DOMContentLoaded', 'fullscreenchange', 'pointerlockchange']);
  defineInterface(Document, { length: 0 });
  nodeMixins.mixin(Document, nodeMixins.parentNode);

  class HTMLDocument extends Document {
    constructor(key, options) {
      requireKey(key);
      super(key, options);
    }
  }
  defineInterface(HTMLDocument, { length: 0 });

  class XMLDocument extends Document {
    constructor(key, options) {
      requireKey(key);
      super(key, options);
    }
  }
  defineInterface(XMLDocument, { length: 0 });

  function childOf(parent, ...names) {
    for (let at = parent?.firstElementChild ?? null; at; at = at.nextElementSibling) if (names.includes(at.localName)) return at;
    return null;
  }

  const collection = (document, name, accepts) =>
    document[STATE][name] ??= internals.descendantCollection(document, accepts);

  class DOMImplementation {
    #document;
    constructor(key, document) {
      requireKey(key);
      this.#document = document;
    }
    hasFeature() { return true; }
    createHTMLDocument(title) {
      const document = newDocument(true);
      internals.buildTree([{ doctype: 'html' }, ['html', 'h', [], [['head', 'h', [], []], ['body', 'h', [], []]]]], document, document);
      if (title !== undefined) document.title = title;
      return document;
    }
    createDocument(namespace, name, doctype = null) {
      const document = newDocument(false);
      if (doctype) dom.insert(doctype, document);
      if (name) dom.insert(document.createElementNS(namespace, name), document);
      return document;
    }
    createDocumentType(name, publicId, systemId) { return internals.newDoctype(this.#document, name, publicId, systemId); }
  }
  defineInterface(DOMImplementation, { length: 0 });

  function newDocument(html, options = {}) {
    return new (html ? HTMLDocument : XMLDocument)(KEY, { html, ...options });
  }

  // https://url.spec.whatwg.org/: what cannot be resolved stays as it is, as `href` does.
  function resolve(url, base) {
    try {
      return new globals.URL(url.trim(), base).href;
    } catch {
      return url;
    }
  }

  Object.assign(internals, {
    newDocument,
    resolveUrl: (document, url, base = document.baseURI) => resolve(url, base),
    urlParts(url) {
      try {
        return new globals.URL(url);
      } catch {
        return null;
      }
    },
    parseDocument(text, options) {
      const document = newDocument(true, options);
      internals.buildTree(JSON.parse(host.parseHtml(text)), document, document);
      internals.indexIds(document);
      return document;
    },
  });
})
