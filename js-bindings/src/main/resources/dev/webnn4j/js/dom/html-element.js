// HTMLElement: what all HTML elements share, and the helpers that the single elements are made with.
(function (host, globals, internals) {
  'use strict';
  const { STATE, NAMESPACE, ATTRIBUTE_CHANGED, attributes, dom, defineInterface } = internals;

  const handlerTypes = `abort auxclick beforeinput beforematch beforetoggle blur cancel canplay canplaythrough change click close contextmenu
    copy cuechange cut dblclick drag dragend dragenter dragleave dragover dragstart drop durationchange emptied ended error focus
    formdata input invalid keydown keypress keyup load loadeddata loadedmetadata loadstart mousedown mouseenter mouseleave mousemove
    mouseout mouseover mouseup paste pause play playing progress ratechange reset resize scroll scrollend securitypolicyviolation
    seeked seeking select slotchange stalled submit suspend timeupdate toggle volumechange waiting wheel animationend animationiteration
    animationstart transitioncancel transitionend transitionrun transitionstart gotpointercapture lostpointercapture pointercancel
    pointerdown pointerenter pointerleave pointermove pointerout pointerover pointerup touchcancel touchend touchmove touchstart
    `.trim().split(/\s+/);
  const windowTypes = ['blur', 'error', 'focus', 'load', 'resize', 'scroll', 'afterprint', 'beforeprint', 'beforeunload', 'hashchange', 'message',
    'offline', 'online', 'pagehide', 'pageshow', 'popstate', 'storage', 'unhandledrejection', 'rejectionhandled', 'unload'];
  const handlerNames = new Set(handlerTypes.concat(windowTypes).map((type) => `on${type}`));

  // onclick="…": compiled when it is first called, with the element and its document in scope as the specification has it.
  function inlineHandler(element, code) {
    let compiled = null;
    return function handler(event) {
      if (!compiled) {
        const scoped = globals.Function('$document', '$form', '$element',
          `with ($document) with ($form) with ($element) { return function (event) {\n${code}\n} }`);
        compiled = scoped(element[STATE].document, element.form ?? {}, element);
      }
      return compiled.call(this, event);
    };
  }

  class HTMLElement extends globals.Element {
    [ATTRIBUTE_CHANGED](name, old, value) {
      if (!handlerNames.has(name)) return;
      const forWindow = this[STATE].local === 'body' && windowTypes.includes(name.slice(2));
      const target = forWindow ? globals : this;
      target[name] = value === null ? null : inlineHandler(this, value);
    }

    get style() { return this[STATE].style ??= internals.inlineStyle(this); }
    set style(text) { this.style.cssText = text; }
    get dataset() { return this[STATE].dataset ??= internals.stringMap(this); }

    get innerText() { return internals.renderedText(this); }
    set innerText(text) {
      const { document } = this[STATE];
      const fragment = document.createDocumentFragment();
      const lines = String(text ?? '').split(/\r\n|\r|\n/);
      lines.forEach((line, i) => {
        if (i > 0) dom.insert(document.createElement('br'), fragment);
        if (line !== '') dom.insert(document.createTextNode(line), fragment);
      });
      dom.replaceAll(this, fragment);
    }
    get outerText() { return this.innerText; }

    get tabIndex() {
      const given = parseInt(attributes.get(this, 'tabindex'), 10);
      const focusable = ['button', 'input', 'select', 'textarea', 'iframe'].includes(this.localName)
        || (this.localName === 'a' && this.hasAttribute('href'));
      return Number.isNaN(given) ? (focusable ? 0 : -1) : given;
    }
    set tabIndex(value) { attributes.set(this, 'tabindex', String(value | 0)); }

    get isContentEditable() { return this.closest('[contenteditable]')?.contentEditable === 'true'; }
    get contentEditable() {
      const value = attributes.get(this, 'contenteditable');
      return value === null ? 'inherit' : value === '' ? 'true' : value.toLowerCase();
    }
    set contentEditable(value) { attributes.set(this, 'contenteditable', String(value)); }

    get offsetParent() {
      return internals.isRendered(this) && this.localName !== 'body' ? this[STATE].document.body : null;
    }
    get offsetTop() { return 0; }
    get offsetLeft() { return 0; }
    get offsetWidth() { return internals.boxSize(this).width; }
    get offsetHeight() { return internals.boxSize(this).height; }

    click() {
      if (internals.isDisabled(this)) return;
      const event = new globals.PointerEvent('click', { bubbles: true, cancelable: true, composed: true, view: globals, detail: 0 });
      internals.dispatch(this, event);
    }

    focus() { internals.focus(this); }
    blur() { internals.blur(this); }
    attachInternals() { throw dom.domError('Custom elements are not supported by this host.', 'NotSupportedError'); }
  }
  internals.defineEventHandlers(HTMLElement.prototype, handlerTypes);
  defineInterface(HTMLElement, { length: 0 });

  // Attributes that are nothing but a view of a content attribute.
  //   kinds: string, boolean, integer (0 when absent), url, or { kind, name, missing } to say more
  function reflect(Class, properties) {
    for (const [property, given] of Object.entries(properties)) {
      const { kind, name = property.toLowerCase(), missing } = typeof given === 'string' ? { kind: given } : given;
      Object.defineProperty(Class.prototype, property, { ...accessors[kind](name, missing), enumerable: true, configurable: true });
    }
  }

  const accessors = {
    string: (name, missing = '') => ({
      get() { return attributes.get(this, name) ?? missing; },
      set(value) { attributes.set(this, name, String(value)); },
    }),
    boolean: (name) => ({
      get() { return this[STATE].attributes.has(name); },
      set(value) {
        if (value) attributes.set(this, name, '');
        else attributes.remove(this, name);
      },
    }),
    integer: (name, missing = 0) => ({
      get() {
        const value = parseInt(attributes.get(this, name), 10);
        return Number.isNaN(value) ? missing : value;
      },
      set(value) { attributes.set(this, name, String(Math.trunc(Number(value)) || 0)); },
    }),
    url: (name) => ({
      get() {
        const value = attributes.get(this, name);
        return value === null ? '' : internals.resolveUrl(this[STATE].document, value);
      },
      set(value) { attributes.set(this, name, String(value)); },
    }),
  };

  reflect(HTMLElement, {
    title: 'string', lang: 'string', dir: 'string', accessKey: 'string', hidden: 'boolean', inert: 'boolean', draggable: 'boolean',
    nonce: 'string', autocapitalize: 'string', enterKeyHint: 'string', inputMode: 'string', autofocus: 'boolean',
  });

  class HTMLUnknownElement extends HTMLElement {}
  defineInterface(HTMLUnknownElement, { length: 0 });

  // local name -> class, by name space
  const htmlClasses = new Map();
  const svgClasses = new Map();

  function newElement(document, namespace, prefix, local) {
    let Class = globals.Element;
    if (namespace === NAMESPACE.HTML) Class = htmlClasses.get(local) ?? (/-/.test(local) ? HTMLElement : HTMLUnknownElement);
    else if (namespace === NAMESPACE.SVG) Class = svgClasses.get(local) ?? globals.SVGElement;
    else if (namespace === NAMESPACE.MATHML) Class = globals.MathMLElement ?? globals.Element;
    return new Class(internals.KEY, document, namespace, prefix, local);
  }

  function defineElement(Class, ...names) {
    for (const name of names) htmlClasses.set(name, Class);
    if (!Object.hasOwn(globals, Class.name)) defineInterface(Class, { length: 0 });
    return Class;
  }

  Object.assign(internals, { reflect, newElement, defineElement, svgClasses, handlerTypes, inlineHandler });
})
