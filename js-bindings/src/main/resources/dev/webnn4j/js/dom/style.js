// CSSStyleDeclaration for inline styles, and getComputedStyle.
//
// No style sheet is applied: a computed style is the inline style on top of what a browser's own sheet says of the element.
(function (host, globals, internals) {
  'use strict';
  const { KEY, STATE, attributes, dom, requireKey, defineInterface } = internals;

  const camel = (name) => name.replace(/^-(?=webkit-)/, '').replace(/-([a-z])/g, (_, c) => c.toUpperCase());

  // name -> { value, priority }
  function parseDeclarations(text) {
    const found = new Map();
    for (const declaration of splitOutside(text.replace(/\/\*[^]*?\*\//g, ''), ';')) {
      const colon = declaration.indexOf(':');
      if (colon < 0) continue;
      const name = normalName(declaration.slice(0, colon).trim());
      const [, value, important] = /^([^]*?)\s*(!\s*important)?$/i.exec(declaration.slice(colon + 1).trim());
      if (name && value) found.set(name, { value, priority: important ? 'important' : '' });
    }
    return found;
  }

  // A data: URL in url(…) may hold the separator.
  function splitOutside(text, separator) {
    const parts = [];
    let depth = 0;
    let quote = '';
    let start = 0;
    for (let i = 0; i < text.length; i++) {
      const char = text[i];
      if (quote) quote = char === quote ? '' : quote;
      else if (char === '"' || char === "'") quote = char;
      else if (char === '(') depth++;
      else if (char === ')') depth--;
      else if (char === separator && depth === 0) {
        parts.push(text.slice(start, i));
        start = i + 1;
      }
    }
    parts.push(text.slice(start));
    return parts;
  }

  const normalName = (name) => (name.startsWith('--') ? name : name.toLowerCase());

  class CSSStyleDeclaration {
    // `declarations` gives the current map; `changed` is called with it after a change, or null when it is read-only.
    constructor(key, declarations, changed) {
      requireKey(key);
      Object.defineProperty(this, STATE, { value: { declarations, changed } });
    }

    get cssText() {
      return Array.from(this[STATE].declarations(), ([name, { value, priority }]) =>
        `${name}: ${value}${priority ? ' !important' : ''};`).join(' ');
    }
    set cssText(text) {
      writable(this);
      this[STATE].changed(parseDeclarations(String(text)));
    }
    get length() { return this[STATE].declarations().size; }
    get parentRule() { return null; }
    item(index) { return [...this[STATE].declarations().keys()][index >>> 0] ?? ''; }
    getPropertyValue(name) { return this[STATE].declarations().get(normalName(String(name)))?.value ?? ''; }
    getPropertyPriority(name) { return this[STATE].declarations().get(normalName(String(name)))?.priority ?? ''; }

    setProperty(name, value, priority = '') {
      writable(this);
      const text = value === null || value === undefined ? '' : String(value).trim();
      if (text === '') {
        this.removeProperty(name);
        return;
      }
      const declarations = this[STATE].declarations();
      declarations.set(normalName(String(name)), { value: text, priority: priority ? 'important' : '' });
      this[STATE].changed(declarations);
    }

    removeProperty(name) {
      writable(this);
      const old = this.getPropertyValue(name);
      const declarations = this[STATE].declarations();
      if (declarations.delete(normalName(String(name)))) this[STATE].changed(declarations);
      return old;
    }
  }

  function writable(style) {
    if (!style[STATE].changed) {
      throw dom.domError('These styles are computed, and therefore read-only.', 'NoModificationAllowedError');
    }
  }

  function defineProperty(attribute, name) {
    if (attribute in CSSStyleDeclaration.prototype) return;
    Object.defineProperty(CSSStyleDeclaration.prototype, attribute, {
      get() { return this.getPropertyValue(name); },
      set(value) { this.setProperty(name, value); },
      enumerable: true, configurable: true,
    });
  }
  for (const name of internals.cssProperties) {
    defineProperty(camel(name), name);
    defineProperty(name, name);
  }
  defineProperty('cssFloat', 'float');
  defineInterface(CSSStyleDeclaration, { length: 0 });

  // The style attribute is the truth; it is parsed when first asked after a change.
  function inlineStyle(element) {
    let text = null;
    let parsed = new Map();
    const declarations = () => {
      const now = attributes.get(element, 'style') ?? '';
      if (now !== text) {
        parsed = parseDeclarations(now);
        text = now;
      }
      return parsed;
    };
    const style = new CSSStyleDeclaration(KEY, declarations, (changed) => {
      parsed = changed;
      text = Array.from(changed, ([name, { value, priority }]) => `${name}: ${value}${priority ? ' !important' : ''};`).join(' ');
      attributes.set(element, 'style', text);
    });
    return style;
  }

  const inline = new Set(('a abbr acronym b bdo big br button cite code dfn em font i iframe img input kbd label map object output picture '
    + 'q s samp select small span strike strong sub sup textarea time tt u var canvas video audio svg meter progress').split(' '));
  const inlineBlock = new Set(['button', 'input', 'select', 'textarea', 'meter', 'progress']);
  const hidden = new Set('head title meta link style script noscript template base datalist param area source track'.split(' '));
  const tables = {
    table: 'table', tr: 'table-row', td: 'table-cell', th: 'table-cell', tbody: 'table-row-group', thead: 'table-header-group',
    tfoot: 'table-footer-group', caption: 'table-caption', col: 'table-column', colgroup: 'table-column-group', li: 'list-item',
  };

  function defaultDisplay(element) {
    const name = element.localName;
    if (hidden.has(name) || element.hasAttribute('hidden') || (name === 'input' && element.type === 'hidden')) return 'none';
    if (name === 'dialog' && !element.hasAttribute('open')) return 'none';
    return tables[name] ?? (inlineBlock.has(name) ? 'inline-block' : inline.has(name) ? 'inline' : 'block');
  }

  const defaults = {
    visibility: 'visible', position: 'static', float: 'none', opacity: '1', color: 'rgb(0, 0, 0)', 'background-color': 'rgba(0, 0, 0, 0)',
    'font-size': '16px', 'font-family': 'serif', 'font-weight': '400', 'font-style': 'normal', 'line-height': 'normal', 'text-align': 'start',
    'box-sizing': 'content-box', 'z-index': 'auto', overflow: 'visible', 'overflow-x': 'visible', 'overflow-y': 'visible', transform: 'none',
    'background-image': 'none', direction: 'ltr', cursor: 'auto', 'white-space': 'normal', 'transition-duration': '0s',
    'transition-property': 'all', 'transition-delay': '0s', 'animation-name': 'none', 'pointer-events': 'auto', 'user-select': 'auto',
    content: 'normal', clear: 'none', top: 'auto', left: 'auto', right: 'auto', bottom: 'auto', 'min-width': '0px', 'min-height': '0px',
    'max-width': 'none', 'max-height': 'none',
  };
  const zero = ['margin', 'padding', 'border-top-width', 'border-right-width', 'border-bottom-width', 'border-left-width', 'border-width',
    ...['margin', 'padding'].flatMap((box) => ['top', 'right', 'bottom', 'left'].map((side) => `${box}-${side}`))];
  for (const name of zero) defaults[name] = '0px';

  const inherited = new Set(['visibility', 'color', 'font-size', 'font-family', 'font-weight', 'font-style', 'line-height', 'text-align',
    'direction', 'cursor', 'white-space', 'pointer-events', 'list-style-type']);

  function computedValue(element, name) {
    if (!dom.isConnected(element)) return '';
    const own = element.style?.getPropertyValue(name) ?? '';
    if (own !== '' && own !== 'inherit') return own;
    const parent = element.parentElement;
    if ((inherited.has(name) || own === 'inherit') && parent) return computedValue(parent, name);
    if (name === 'display') return defaultDisplay(element);
    if (name === 'width' || name === 'height') return isRendered(element) ? `${internals.boxSize(element)[name]}px` : 'auto';
    return defaults[name] ?? '';
  }

  const shown = new Map(Object.keys(defaults).concat('display', 'width', 'height').map((name) => [name, null]));

  function computedStyle(element) {
    const style = new CSSStyleDeclaration(KEY, () => shown, null);
    Object.defineProperty(style, 'getPropertyValue', { value: (name) => computedValue(element, normalName(String(name))) });
    return style;
  }

  function isRendered(element) {
    for (let at = element; at; at = at.parentElement) {
      if ((at.style?.getPropertyValue('display') || defaultDisplay(at)) === 'none') return false;
    }
    return dom.isConnected(element);
  }

  globals.getComputedStyle = function getComputedStyle(element) {
    if (!element?.[STATE]) throw new TypeError("Failed to execute 'getComputedStyle': parameter 1 is not of type 'Element'.");
    return computedStyle(element);
  };

  Object.assign(internals, { inlineStyle, isRendered });
})
