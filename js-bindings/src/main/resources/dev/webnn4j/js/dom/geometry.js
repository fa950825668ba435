// DOMRect, and the boxes of elements: without layout, a box is as large as the element's attributes and inline style say.
(function (host, globals, internals) {
  'use strict';
  const { STATE, defineInterface } = internals;

  class DOMRectReadOnly {
    #values;
    constructor(x = 0, y = 0, width = 0, height = 0) { this.#values = { x: +x, y: +y, width: +width, height: +height }; }

    static fromRect({ x, y, width, height } = {}) { return new this(x, y, width, height); }
    static { this.set = (rect, name, value) => { rect.#values[name] = Number(value); }; }

    get x() { return this.#values.x; }
    get y() { return this.#values.y; }
    get width() { return this.#values.width; }
    get height() { return this.#values.height; }
    get top() { return Math.min(this.y, this.y + this.height); }
    get right() { return Math.max(this.x, this.x + this.width); }
    get bottom() { return Math.max(this.y, this.y + this.height); }
    get left() { return Math.min(this.x, this.x + this.width); }
    toJSON() {
      const { x, y, width, height, top, right, bottom, left } = this;
      return { x, y, width, height, top, right, bottom, left };
    }
  }
  const { set } = DOMRectReadOnly;
  delete DOMRectReadOnly.set;
  defineInterface(DOMRectReadOnly);

  class DOMRect extends DOMRectReadOnly {}
  for (const name of ['x', 'y', 'width', 'height']) {
    const { get } = Object.getOwnPropertyDescriptor(DOMRectReadOnly.prototype, name);
    Object.defineProperty(DOMRect.prototype, name, {
      get, set(value) { set(this, name, value); }, enumerable: true, configurable: true,
    });
  }
  defineInterface(DOMRect);

  class DOMRectList extends Array {
    item(index) { return this[index] ?? null; }
  }
  defineInterface(DOMRectList, { length: 0 });

  class DOMPoint {
    constructor(x = 0, y = 0, z = 0, w = 1) { Object.assign(this, { x: +x, y: +y, z: +z, w: +w }); }
  }
  defineInterface(DOMPoint);

  // A length in pixels, or NaN for what only a layout could tell.
  const pixels = (text) => (/^\s*[\d.]+(px)?\s*$/.test(text ?? '') ? parseFloat(text) : NaN);

  function side(element, name, natural) {
    const styled = pixels(element.style?.getPropertyValue(name));
    if (!Number.isNaN(styled)) return styled;
    if (natural !== undefined) return natural;
    const attribute = pixels(element.getAttribute(name));
    return Number.isNaN(attribute) ? 0 : attribute;
  }

  function boxSize(element) {
    if (!internals.isRendered(element)) return { width: 0, height: 0 };
    const { localName } = element;
    if (localName === 'html' || localName === 'body') {
      return { width: side(element, 'width', globals.innerWidth ?? 1024), height: side(element, 'height', globals.innerHeight ?? 768) };
    }
    const sized = localName === 'canvas' || localName === 'img';
    const natural = sized ? internals.replacedSize(element) : {};
    return { width: side(element, 'width', natural.width), height: side(element, 'height', natural.height) };
  }

  function boundingRect(element) {
    const { width, height } = boxSize(element);
    return new DOMRect(0, 0, width, height);
  }

  Object.assign(internals, {
    boxSize, boundingRect,
    replacedSize: (element) => element[STATE].intrinsicSize?.() ?? {},
    clientRects: (element) => (internals.isRendered(element) ? DOMRectList.of(boundingRect(element)) : new DOMRectList()),
  });
})
