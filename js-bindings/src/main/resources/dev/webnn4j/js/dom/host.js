// What the page host calls: loading, scripts, events, clicks, screenshots.
(function (host, globals, internals) {
  'use strict';
  const { STATE, dom } = internals;

  let scriptInserted = () => {};

  internals.isLive = (document) => document[STATE].window !== null;

  // https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element: what the host must not see twice
  function prepare(script) {
    const state = script[STATE];
    if (state.started || !internals.isLive(state.document) || !script.isConnected) return;
    if (!script.hasAttribute('src') && script.textContent === '') return;
    state.started = true;
    scriptInserted(describe(script));
  }
  dom.hooks.connected.push((element) => {
    if (element.localName === 'script' && internals.isHtmlElement(element)) prepare(element);
  });
  const tellAttribute = dom.hooks.attribute;
  dom.hooks.attribute = (element, name, old) => {
    if (name === 'src' && old === null && element[STATE].local === 'script') prepare(element);
    tellAttribute(element, name, old);
  };
  const tellChildren = dom.hooks.childList;
  dom.hooks.childList = (target, ...change) => {
    tellChildren(target, ...change);
    if (target[STATE].local === 'script' && change[0].length > 0) prepare(target);
  };

  const describe = (script) => ({
    handle: script,
    src: script.getAttribute('src') ?? '',
    type: script.getAttribute('type') ?? '',
    // A script that a script made is asynchronous unless it says otherwise.
    async: script.async,
    defer: script.defer,
    inlineText: script.hasAttribute('src') ? '' : script.textContent,
    line: script[STATE].line ?? 1,
  });

  function find(selector) {
    const element = globals.document.querySelector(selector);
    if (!element) throw new TypeError(`no element matches '${selector}'`);
    return element;
  }

  const visiblePixels = (canvas) => canvas.width * canvas.height;

  const document = internals.newDocument(true);
  document[STATE].window = globals;
  Object.defineProperty(globals, 'document', { get: () => document, enumerable: true, configurable: true });

  return {
    load(text, url) {
      const state = document[STATE];
      dom.removeChildren(document);
      state.ids?.clear();
      Object.assign(state, { url, readyState: 'loading', active: null });
      internals.buildTree(JSON.parse(host.parseHtml(text)), document, document);
      internals.indexIds(document);
    },

    scripts() {
      const scripts = [...document.scripts].filter((script) => internals.isHtmlElement(script) && !script[STATE].started);
      for (const script of scripts) script[STATE].started = true;
      return scripts.map(describe);
    },

    setReadyState(state) {
      document[STATE].readyState = state;
      internals.fire(document, 'readystatechange');
    },
    currentScript(script) { document[STATE].currentScript = script; },

    fire(target, type) {
      const bubbles = type === 'DOMContentLoaded';
      internals.fire(target === 'window' ? globals : target === 'document' ? document : target, type, { bubbles });
    },
    click(selector) { find(selector).click(); },
    serialize: () => internals.serializeHtml(document),
    onScriptInserted(listener) { scriptInserted = listener; },

    // A Java bitmap, or a text that says why there is none.
    picture(selector) {
      if (selector === null) {
        const canvases = [...document.querySelectorAll('canvas')].filter((canvas) => visiblePixels(canvas) > 0);
        if (canvases.length === 0) return 'the page has no canvas';
        const largest = canvases.reduce((best, canvas) => (visiblePixels(canvas) > visiblePixels(best) ? canvas : best));
        return internals.canvasPicture(largest);
      }
      const element = find(selector);
      if (element instanceof globals.HTMLCanvasElement) {
        if (visiblePixels(element) === 0) return `the canvas '${selector}' has no pixels`;
        return internals.canvasPicture(element);
      }
      if (element instanceof globals.HTMLImageElement) return element[STATE].picture ?? `the image '${selector}' has not been loaded`;
      return `'${selector}' is a <${element.localName}>, neither a canvas nor an image`;
    },
  };
})
