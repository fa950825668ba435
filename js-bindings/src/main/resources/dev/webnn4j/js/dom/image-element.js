// <img> and new Image(): fetched and decoded by Java, off the JavaScript thread.
(function (host, globals, internals) {
  'use strict';
  const { STATE, ATTRIBUTE_CHANGED, attributes, dom, defineElement, reflect } = internals;

  class HTMLImageElement extends globals.HTMLElement {
    constructor(...given) {
      super(...given);
      // `request` counts: what arrives for an older src is dropped.
      Object.assign(this[STATE], {
        request: 0, picture: null, loading: null, broken: false, url: '', intrinsicSize: () => sizeOf(this),
      });
    }

    [ATTRIBUTE_CHANGED](name, old, value) {
      super[ATTRIBUTE_CHANGED](name, old, value);
      if (name === 'src') update(this, value);
    }

    get width() { return dimension(this, 'width'); }
    set width(value) { attributes.set(this, 'width', String(value >>> 0)); }
    get height() { return dimension(this, 'height'); }
    set height(value) { attributes.set(this, 'height', String(value >>> 0)); }
    get naturalWidth() { return this[STATE].picture ? host.canvas.width(this[STATE].picture) : 0; }
    get naturalHeight() { return this[STATE].picture ? host.canvas.height(this[STATE].picture) : 0; }
    get complete() { return this[STATE].loading === null; }
    get currentSrc() { return this[STATE].url; }
    get x() { return 0; }
    get y() { return 0; }

    decode() {
      const failed = () => { throw dom.domError('The source image cannot be decoded.', 'EncodingError'); };
      const { loading, picture } = this[STATE];
      if (loading) return loading.then((loaded) => { if (!loaded) failed(); });
      return picture ? Promise.resolve() : Promise.resolve().then(failed);
    }
  }
  reflect(HTMLImageElement, {
    alt: 'string', src: 'url', srcset: 'string', sizes: 'string', useMap: 'string', isMap: 'boolean', longDesc: 'url', name: 'string',
    align: 'string', border: 'string', crossOrigin: { kind: 'string', missing: null }, loading: { kind: 'string', missing: 'eager' },
    decoding: { kind: 'string', missing: 'auto' }, referrerPolicy: 'string', fetchPriority: { kind: 'string', missing: 'auto' },
  });
  defineElement(HTMLImageElement, 'img');

  function dimension(image, name) {
    const given = parseInt(image.style.getPropertyValue(name) || attributes.get(image, name), 10);
    if (!Number.isNaN(given)) return given;
    const other = name === 'width' ? 'height' : 'width';
    const otherGiven = parseInt(image.style.getPropertyValue(other) || attributes.get(image, other), 10);
    const natural = { width: image.naturalWidth, height: image.naturalHeight };
    // One side given: the other follows in proportion.
    return Number.isNaN(otherGiven) || natural[other] === 0 ? natural[name] : Math.round(natural[name] * otherGiven / natural[other]);
  }

  const sizeOf = (image) => ({ width: dimension(image, 'width'), height: dimension(image, 'height') });

  function update(image, source) {
    const state = image[STATE];
    const request = ++state.request;
    Object.assign(state, { picture: null, broken: false, loading: null, url: '' });
    if (source === null) return;
    state.url = internals.resolveUrl(state.document, source);
    const settle = (picture, message) => {
      if (state.request !== request) return false;
      Object.assign(state, { picture, broken: picture === null, loading: null });
      dom.changed();
      if (message) globals.console?.error(message);
      internals.fire(image, picture ? 'load' : 'error');
      return picture !== null;
    };
    // Images of documents without a window, such as those of DOMParser, are not loaded.
    if (!internals.isLive(state.document)) return;
    state.loading = source.trim() === ''
      ? Promise.resolve().then(() => settle(null, ''))
      : host.loadImage(escaped(state.url)).then((picture) => settle(picture, ''), (error) => settle(null, error.message));
  }

  // Characters that a URL may hold and java.net.URI does not take.
  const escaped = (url) => url.replace(/[ "<>[\]\\^`{|}]/g, encodeURIComponent);

  // new Image(width, height) makes an HTMLImageElement.
  const Image = function Image(width, height) {
    if (!new.target) throw new TypeError("Constructor Image requires 'new'");
    const image = globals.document.createElement('img');
    if (width !== undefined) image.width = width;
    if (height !== undefined) image.height = height;
    return image;
  };
  Image.prototype = HTMLImageElement.prototype;
  internals.defineGlobal('Image', Image);

  const Option = function Option(text = '', value = undefined, defaultSelected = false, selected = false) {
    const option = globals.document.createElement('option');
    if (text !== '') option.append(String(text));
    if (value !== undefined) option.setAttribute('value', value);
    if (defaultSelected) option.defaultSelected = true;
    option.selected = Boolean(selected);
    return option;
  };
  Option.prototype = globals.HTMLOptionElement.prototype;
  internals.defineGlobal('Option', Option);
})
