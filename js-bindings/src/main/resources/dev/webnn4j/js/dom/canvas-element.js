// <canvas> and OffscreenCanvas. Other kinds of context are offered by whoever registers them.
(function (host, globals, internals) {
  'use strict';
  const { KEY, HANDLE, STATE, ATTRIBUTE_CHANGED, attributes, dom, defineElement } = internals;

  // kind -> (canvas, settings) -> context or null; a WebGL module puts its own in. It may set in the canvas's state
  //   snapshot  () -> a Java bitmap of what is drawn, for drawImage, toDataURL and screenshots
  //   resized   () -> told when width or height have been set
  internals.contextFactories = new Map();

  // The surface is made when it is first needed: many canvases are only ever given a size.
  function surfaceOf(owner) {
    const state = owner?.[STATE];
    if (!state || !('surface' in state)) return null;
    return state.surface ??= host.canvas.newContext(owner.width, owner.height);
  }

  // What the canvas shows now; a context of another kind says so by a `snapshot` in the canvas's state.
  const canvasPicture = (owner) => owner[STATE].snapshot?.() ?? host.canvas.bitmapOf(surfaceOf(owner));

  function resetSurface(owner) {
    const state = owner[STATE];
    state.resized?.();
    if (!state.surface) return;
    host.canvas.reset(state.surface, owner.width, owner.height);
    if (state.context?.[HANDLE] === state.surface) internals.contexts.forget(state.context);
  }

  function getContext(owner, kind, settings, Class) {
    const state = owner[STATE];
    const name = String(kind);
    if (state.context) return state.contextKind === name ? state.context : null;
    const context = name === '2d' ? new Class(KEY, owner, surfaceOf(owner), settings ?? {})
      : internals.contextFactories.get(name)?.(owner, settings) ?? null;
    if (context) Object.assign(state, { context, contextKind: name });
    return context;
  }

  const qualityOf = (quality) => (typeof quality === 'number' ? quality : -1);
  const encoded = (owner, type, quality) => {
    const actual = host.canvas.encodesTo(String(type).toLowerCase());
    return [actual, internals.ownBytes(host.canvas.encode(canvasPicture(owner), actual, qualityOf(quality)))];
  };

  class HTMLCanvasElement extends globals.HTMLElement {
    constructor(...given) {
      super(...given);
      Object.assign(this[STATE], {
        surface: null, context: null, contextKind: '', intrinsicSize: () => ({ width: this.width, height: this.height }),
      });
    }

    [ATTRIBUTE_CHANGED](name, old, value) {
      super[ATTRIBUTE_CHANGED](name, old, value);
      if (name === 'width' || name === 'height') resetSurface(this);
    }

    get width() { return size(attributes.get(this, 'width'), 300); }
    set width(value) { attributes.set(this, 'width', String(value >>> 0)); }
    get height() { return size(attributes.get(this, 'height'), 150); }
    set height(value) { attributes.set(this, 'height', String(value >>> 0)); }

    getContext(kind, settings) {
      internals.requireArguments(arguments.length, 1, "'getContext' on 'HTMLCanvasElement'");
      return getContext(this, kind, settings, internals.contexts.CanvasRenderingContext2D);
    }
    toDataURL(type = 'image/png', quality = undefined) {
      if (this.width === 0 || this.height === 0) return 'data:,';
      const [actual, bytes] = encoded(this, type, quality);
      return `data:${actual};base64,${host.base64(bytes.buffer)}`;
    }
    toBlob(callback, type = 'image/png', quality = undefined) {
      const empty = this.width === 0 || this.height === 0;
      const [actual, bytes] = empty ? [] : encoded(this, type, quality);
      globals.setTimeout(() => callback(empty ? null : new globals.Blob([bytes], { type: actual })), 0);
    }
    transferControlToOffscreen() { throw dom.domError('This host has no workers to hand a canvas to.', 'NotSupportedError'); }
    captureStream() { throw dom.domError('This host captures no streams.', 'NotSupportedError'); }
  }
  defineElement(HTMLCanvasElement, 'canvas');

  function size(text, otherwise) {
    const value = parseInt(text, 10);
    return Number.isNaN(value) || value < 0 ? otherwise : value;
  }

  class OffscreenCanvas extends globals.EventTarget {
    constructor(width, height) {
      internals.requireArguments(arguments.length, 2, "constructor 'OffscreenCanvas'");
      super();
      this[STATE] = { surface: null, context: null, contextKind: '', width: width >>> 0, height: height >>> 0 };
    }
    get width() { return this[STATE].width; }
    set width(value) {
      this[STATE].width = value >>> 0;
      resetSurface(this);
    }
    get height() { return this[STATE].height; }
    set height(value) {
      this[STATE].height = value >>> 0;
      resetSurface(this);
    }
    getContext(kind, settings) {
      return getContext(this, kind, settings, internals.contexts.OffscreenCanvasRenderingContext2D);
    }
    async convertToBlob({ type = 'image/png', quality } = {}) {
      if (this.width === 0 || this.height === 0) throw dom.domError('The canvas has no pixels.', 'IndexSizeError');
      const [actual, bytes] = encoded(this, type, quality);
      return new globals.Blob([bytes], { type: actual });
    }
    transferToImageBitmap() {
      const { width, height } = this;
      const picture = host.canvas.crop(canvasPicture(this), 0, 0, width, height);
      host.canvas.reset(surfaceOf(this), width, height);
      return internals.newImageBitmap(picture);
    }
  }
  internals.defineInterface(OffscreenCanvas, { length: 2 });

  Object.assign(internals, { surfaceOf, canvasPicture, resetSurface });
})
