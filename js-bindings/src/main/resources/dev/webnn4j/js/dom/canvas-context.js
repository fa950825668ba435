// CanvasRenderingContext2D and its off-screen sibling. Java draws; this checks arguments and remembers attributes.
(function (host, globals, internals) {
  'use strict';
  const { KEY, HANDLE, STATE, dom, finite, requireKey, defineInterface } = internals;
  const { canvas } = host;

  class CanvasGradient {
    constructor(key, handle) {
      requireKey(key);
      Object.defineProperty(this, HANDLE, { value: handle });
    }
    addColorStop(offset, color) {
      if (!(offset >= 0 && offset <= 1)) throw dom.domError(`The value provided (${offset}) is outside the range (0.0, 1.0).`, 'IndexSizeError');
      if (!canvas.addColorStop(this[HANDLE], +offset, String(color))) {
        throw dom.domError(`The value provided ('${color}') could not be parsed as a color.`, 'SyntaxError');
      }
    }
  }
  defineInterface(CanvasGradient, { length: 0 });

  class CanvasPattern {
    constructor(key, handle) {
      requireKey(key);
      Object.defineProperty(this, HANDLE, { value: handle });
    }
    setTransform() { throw dom.domError('Patterns cannot be transformed by this host.', 'NotSupportedError'); }
  }
  defineInterface(CanvasPattern, { length: 0 });

  class TextMetrics {
    #values;
    constructor(key, values) {
      requireKey(key);
      this.#values = values;
    }
    get width() { return this.#values[0]; }
    get actualBoundingBoxLeft() { return this.#values[1]; }
    get actualBoundingBoxRight() { return this.#values[2]; }
    get actualBoundingBoxAscent() { return this.#values[3]; }
    get actualBoundingBoxDescent() { return this.#values[4]; }
    get fontBoundingBoxAscent() { return this.#values[5]; }
    get fontBoundingBoxDescent() { return this.#values[6]; }
    get emHeightAscent() { return this.#values[5]; }
    get emHeightDescent() { return this.#values[6]; }
    get alphabeticBaseline() { return 0; }
  }
  defineInterface(TextMetrics, { length: 0 });

  // What the attributes read back: the part of the state that Java need not be asked for.
  const initial = () => ({
    fillStyle: '#000000', strokeStyle: '#000000', globalAlpha: 1, globalCompositeOperation: 'source-over', lineWidth: 1, lineCap: 'butt',
    lineJoin: 'miter', miterLimit: 10, lineDashOffset: 0, font: '10px sans-serif', textAlign: 'start', textBaseline: 'alphabetic',
    imageSmoothingEnabled: true, imageSmoothingQuality: 'low', dash: [], direction: 'ltr', filter: 'none', shadowBlur: 0,
    shadowColor: 'rgba(0, 0, 0, 0)', shadowOffsetX: 0, shadowOffsetY: 0, letterSpacing: '0px', wordSpacing: '0px', fontKerning: 'auto',
  });

  function contextClass(name) {
    const Class = { [name]: class {
      constructor(key, owner, handle, settings) {
        requireKey(key);
        Object.defineProperty(this, HANDLE, { value: handle });
        Object.defineProperty(this, STATE, { value: { owner, settings, now: initial(), saved: [] } });
      }
      get canvas() { return this[STATE].owner; }
    } }[name];
    internals.nodeMixins.mixin(Class, internals.canvasPath);
    internals.nodeMixins.mixin(Class, members);
    for (const [attribute, change] of Object.entries(setters)) defineAttribute(Class, attribute, change);
    return defineInterface(Class, { length: 0 });
  }

  function defineAttribute(Class, attribute, change) {
    Object.defineProperty(Class.prototype, attribute, {
      get() { return this[STATE].now[attribute]; },
      // A change returns what is to be read back; undefined leaves everything as it was.
      set(value) {
        const kept = change(this[HANDLE], value);
        if (kept !== undefined) this[STATE].now[attribute] = kept;
      },
      enumerable: true, configurable: true,
    });
  }

  const style = (stroke) => (handle, value) => {
    if (value instanceof CanvasGradient || value instanceof CanvasPattern) {
      canvas.setPaint(handle, stroke, value[HANDLE]);
      return value;
    }
    return canvas.setColor(handle, stroke, String(value)) || undefined;
  };
  const number = (name, accepts) => (handle, value) => {
    if (!Number.isFinite(+value) || !accepts(+value)) return undefined;
    canvas[name](handle, +value);
    return +value;
  };
  const choice = (name, ...values) => (handle, value) => {
    if (!values.includes(String(value))) return undefined;
    canvas[name](handle, String(value));
    return String(value);
  };
  const any = () => true;
  const positive = (value) => value > 0;

  // Accepted and read back, but without effect: said once, so that nobody looks for the shadow in a screenshot.
  const told = new Set();
  const ignored = (name, convert, harmless) => (handle, value) => {
    const kept = convert(value);
    if (kept !== harmless && !told.has(name)) {
      told.add(name);
      globals.console?.warn(`This host ignores the canvas attribute '${name}'.`);
    }
    return kept;
  };

  const setters = {
    fillStyle: style(false),
    strokeStyle: style(true),
    globalAlpha: number('setGlobalAlpha', (value) => value >= 0 && value <= 1),
    globalCompositeOperation: (handle, value) => (canvas.setComposite(handle, String(value)) ? String(value) : undefined),
    lineWidth: number('setLineWidth', positive),
    miterLimit: number('setMiterLimit', positive),
    lineDashOffset: number('setLineDashOffset', any),
    lineCap: choice('setLineCap', 'butt', 'round', 'square'),
    lineJoin: choice('setLineJoin', 'miter', 'round', 'bevel'),
    textAlign: choice('setTextAlign', 'start', 'end', 'left', 'right', 'center'),
    textBaseline: choice('setTextBaseline', 'top', 'hanging', 'middle', 'alphabetic', 'ideographic', 'bottom'),
    imageSmoothingQuality: choice('setImageSmoothingQuality', 'low', 'medium', 'high'),
    imageSmoothingEnabled(handle, value) {
      canvas.setImageSmoothingEnabled(handle, Boolean(value));
      return Boolean(value);
    },
    font: (handle, value) => canvas.setFont(handle, String(value)) || undefined,
    direction: ignored('direction', String, 'ltr'),
    filter: ignored('filter', String, 'none'),
    letterSpacing: ignored('letterSpacing', String, '0px'),
    wordSpacing: ignored('wordSpacing', String, '0px'),
    fontKerning: ignored('fontKerning', String, 'auto'),
    shadowBlur: ignored('shadowBlur', Number, 0),
    shadowOffsetX: ignored('shadowOffsetX', Number, 0),
    shadowOffsetY: ignored('shadowOffsetY', Number, 0),
    // A colour alone makes no shadow.
    shadowColor: (handle, value) => String(value),
  };

  // fill(), fill('evenodd'), fill(path), fill(path, 'evenodd') -> [path or null, whether even-odd]
  function pathAndRule(args) {
    const [first, second] = args;
    const path = first instanceof globals.Path2D ? first[HANDLE] : null;
    return [path, String(path ? second : first) === 'evenodd'];
  }

  const members = {
    save() {
      this[STATE].saved.push({ ...this[STATE].now });
      canvas.save(this[HANDLE]);
    },
    restore() {
      if (this[STATE].saved.length > 0) this[STATE].now = this[STATE].saved.pop();
      canvas.restore(this[HANDLE]);
    },
    reset() { internals.resetSurface(this[STATE].owner); },
    isContextLost() { return false; },
    getContextAttributes() {
      return { alpha: true, colorSpace: 'srgb', desynchronized: false, willReadFrequently: false, ...this[STATE].settings };
    },

    scale(x, y) { if (finite(+x, +y)) canvas.scale(this[HANDLE], +x, +y); },
    rotate(angle) { if (finite(+angle)) canvas.rotate(this[HANDLE], +angle); },
    translate(x, y) { if (finite(+x, +y)) canvas.translate(this[HANDLE], +x, +y); },
    transform(a, b, c, d, e, f) {
      if (finite(+a, +b, +c, +d, +e, +f)) canvas.transform(this[HANDLE], +a, +b, +c, +d, +e, +f);
    },
    setTransform(...values) {
      const matrix = values.length === 6 ? values.map(Number) : new globals.DOMMatrix(values[0]).toArray();
      if (finite(...matrix)) canvas.setTransform(this[HANDLE], ...matrix);
    },
    resetTransform() { canvas.setTransform(this[HANDLE], 1, 0, 0, 1, 0, 0); },
    getTransform() { return new globals.DOMMatrix(Array.from(canvas.getTransform(this[HANDLE]))); },

    createLinearGradient(x0, y0, x1, y1) { return new CanvasGradient(KEY, canvas.linearGradient(+x0, +y0, +x1, +y1)); },
    createRadialGradient(x0, y0, r0, x1, y1, r1) {
      if (r0 < 0 || r1 < 0) throw dom.domError('A radius is negative.', 'IndexSizeError');
      return new CanvasGradient(KEY, canvas.radialGradient(+x0, +y0, +r0, +x1, +y1, +r1));
    },
    createPattern(image, repetition) {
      const kind = repetition || 'repeat';
      if (!['repeat', 'repeat-x', 'repeat-y', 'no-repeat'].includes(kind)) {
        throw dom.domError(`The provided type ('${kind}') is not one of 'repeat', 'no-repeat', 'repeat-x', or 'repeat-y'.`, 'SyntaxError');
      }
      const picture = internals.pictureFrom(image);
      if (!picture) return null;
      const pattern = canvas.pattern(picture, kind === 'repeat' || kind === 'repeat-x', kind === 'repeat' || kind === 'repeat-y');
      return new CanvasPattern(KEY, pattern);
    },

    beginPath() { canvas.beginPath(this[HANDLE]); },
    fill(...args) { canvas.fill(this[HANDLE], ...pathAndRule(args)); },
    stroke(path) { canvas.stroke(this[HANDLE], path?.[HANDLE] ?? null); },
    clip(...args) { canvas.clip(this[HANDLE], ...pathAndRule(args)); },
    isPointInPath(...args) {
      const [path, x, y, rule] = args[0] instanceof globals.Path2D ? [args[0][HANDLE], ...args.slice(1)] : [null, ...args];
      return finite(+x, +y) && canvas.isPointInPath(this[HANDLE], path, +x, +y, rule === 'evenodd');
    },
    isPointInStroke(...args) {
      const [path, x, y] = args[0] instanceof globals.Path2D ? [args[0][HANDLE], ...args.slice(1)] : [null, ...args];
      return finite(+x, +y) && canvas.isPointInStroke(this[HANDLE], path, +x, +y);
    },

    fillRect(x, y, width, height) { if (finite(+x, +y, +width, +height)) canvas.fillRect(this[HANDLE], +x, +y, +width, +height); },
    clearRect(x, y, width, height) { if (finite(+x, +y, +width, +height)) canvas.clearRect(this[HANDLE], +x, +y, +width, +height); },
    strokeRect(x, y, width, height) { if (finite(+x, +y, +width, +height)) canvas.strokeRect(this[HANDLE], +x, +y, +width, +height); },

    fillText(text, x, y, maxWidth = Infinity) {
      if (finite(+x, +y) && !Number.isNaN(+maxWidth)) canvas.fillText(this[HANDLE], String(text), +x, +y, +maxWidth);
    },
    strokeText(text, x, y, maxWidth = Infinity) {
      if (finite(+x, +y) && !Number.isNaN(+maxWidth)) canvas.strokeText(this[HANDLE], String(text), +x, +y, +maxWidth);
    },
    measureText(text) { return new TextMetrics(KEY, Array.from(canvas.measureText(this[HANDLE], String(text)))); },

    drawImage(image, ...numbers) {
      const count = numbers.length;
      if (count !== 2 && count !== 4 && count !== 8) {
        throw new TypeError(`Failed to execute 'drawImage': Valid arities are: [3, 5, 9], but ${count + 1} arguments provided.`);
      }
      const picture = internals.pictureFrom(image);
      const given = numbers.map(Number);
      if (!picture || !finite(...given)) return;
      const [width, height] = [canvas.width(picture), canvas.height(picture)];
      const from = count === 8 ? given.slice(0, 4) : [0, 0, width, height];
      const to = count === 8 ? given.slice(4) : count === 4 ? given : [...given, width, height];
      canvas.drawImage(this[HANDLE], picture, ...from, ...to);
    },

    createImageData(first, second) {
      if (first instanceof globals.ImageData) return new globals.ImageData(first.width, first.height);
      return new globals.ImageData(Math.abs(first), Math.abs(second));
    },
    getImageData(x, y, width, height) {
      internals.requireArguments(arguments.length, 4, "'getImageData'");
      const [left, top, w, h] = [x, y, width, height].map((value) => Math.trunc(Number(value)) || 0);
      if (w === 0 || h === 0) throw dom.domError(`The source ${w === 0 ? 'width' : 'height'} is 0.`, 'IndexSizeError');
      const [wide, high] = [Math.abs(w), Math.abs(h)];
      const bytes = canvas.getImageData(this[HANDLE], w < 0 ? left + w : left, h < 0 ? top + h : top, wide, high);
      return new globals.ImageData(internals.ownBytes(bytes), wide, high);
    },
    putImageData(image, x, y, ...dirty) {
      if (!(image instanceof globals.ImageData)) throw new TypeError("parameter 1 is not of type 'ImageData'.");
      const { data, width, height } = image;
      const [left, top] = [Math.trunc(x) || 0, Math.trunc(y) || 0];
      let [dx, dy, dw, dh] = dirty.length >= 4 ? dirty.map((value) => Math.trunc(value) || 0) : [0, 0, width, height];
      if (dw < 0) [dx, dw] = [dx + dw, -dw];
      if (dh < 0) [dy, dh] = [dy + dh, -dh];
      const [right, bottom] = [Math.min(dx + dw, width), Math.min(dy + dh, height)];
      [dx, dy] = [Math.max(dx, 0), Math.max(dy, 0)];
      if (right <= dx || bottom <= dy) return;
      canvas.putImageData(this[HANDLE], data.buffer, data.byteOffset, width, height, left, top, dx, dy, right - dx, bottom - dy);
    },

    setLineDash(lengths) {
      const list = Array.from(lengths, Number);
      if (list.some((length) => !(length >= 0 && Number.isFinite(length)))) return;
      this[STATE].now.dash = list.length % 2 ? [...list, ...list] : list;
      canvas.setLineDash(this[HANDLE], list);
    },
    getLineDash() { return [...this[STATE].now.dash]; },
    drawFocusIfNeeded() {},
  };

  internals.contexts = {
    CanvasRenderingContext2D: contextClass('CanvasRenderingContext2D'),
    OffscreenCanvasRenderingContext2D: contextClass('OffscreenCanvasRenderingContext2D'),
    forget(context) { Object.assign(context[STATE], { now: initial(), saved: [] }); },
  };
})
