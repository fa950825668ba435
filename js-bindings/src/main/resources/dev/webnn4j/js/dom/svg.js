// SVG elements: a tree to build and to change, with the transform lists that colour pickers use. Nothing is drawn.
(function (host, globals, internals) {
  'use strict';
  const { KEY, STATE, ATTRIBUTE_CHANGED, attributes, dom, requireKey, defineInterface, svgClasses } = internals;

  class SVGElement extends globals.Element {
    [ATTRIBUTE_CHANGED](name, old, value) {
      if (name.startsWith('on') && internals.handlerTypes.includes(name.slice(2))) {
        this[name] = value === null ? null : internals.inlineHandler(this, value);
      }
    }
    get style() { return this[STATE].style ??= internals.inlineStyle(this); }
    set style(text) { this.style.cssText = text; }
    get dataset() { return this[STATE].dataset ??= internals.stringMap(this); }
    get className() { return this[STATE].animatedClass ??= animated(this, 'class', (text) => text); }
    set className(value) {}
    get ownerSVGElement() { return this.parentElement?.closest('svg') ?? null; }
    get viewportElement() { return this.ownerSVGElement; }
    get tabIndex() { return -1; }
    focus() {}
    blur() {}
  }
  internals.defineEventHandlers(SVGElement.prototype, internals.handlerTypes);
  defineInterface(SVGElement, { length: 0 });

  class MathMLElement extends globals.Element {
    get style() { return this[STATE].style ??= internals.inlineStyle(this); }
  }
  defineInterface(MathMLElement, { length: 0 });

  // An animated attribute whose base value is the attribute: nothing is ever animated.
  function animated(element, name, read) {
    return Object.defineProperties({}, {
      baseVal: { get: () => read(attributes.get(element, name) ?? ''), set: (value) => attributes.set(element, name, String(value)), enumerable: true },
      animVal: { get: () => read(attributes.get(element, name) ?? ''), enumerable: true },
    });
  }

  class SVGLength {
    constructor(text) {
      this.valueAsString = text;
      this.value = parseFloat(text) || 0;
      this.valueInSpecifiedUnits = this.value;
      this.unitType = /%$/.test(text) ? 2 : 1;
    }
  }
  defineInterface(SVGLength, { length: 0 });

  class SVGMatrix {
    constructor(values = [1, 0, 0, 1, 0, 0]) { [this.a, this.b, this.c, this.d, this.e, this.f] = values; }
    multiply(m) {
      return new SVGMatrix([
        this.a * m.a + this.c * m.b, this.b * m.a + this.d * m.b, this.a * m.c + this.c * m.d, this.b * m.c + this.d * m.d,
        this.a * m.e + this.c * m.f + this.e, this.b * m.e + this.d * m.f + this.f,
      ]);
    }
    translate(x, y) { return this.multiply(new SVGMatrix([1, 0, 0, 1, x, y])); }
    scale(s) { return this.multiply(new SVGMatrix([s, 0, 0, s, 0, 0])); }
    rotate(degrees) {
      const angle = degrees * Math.PI / 180;
      return this.multiply(new SVGMatrix([Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]));
    }
  }
  defineInterface(SVGMatrix);

  const kinds = {
    SVG_TRANSFORM_UNKNOWN: 0, SVG_TRANSFORM_MATRIX: 1, SVG_TRANSFORM_TRANSLATE: 2, SVG_TRANSFORM_SCALE: 3, SVG_TRANSFORM_ROTATE: 4,
    SVG_TRANSFORM_SKEWX: 5, SVG_TRANSFORM_SKEWY: 6,
  };

  // A list that holds the transform writes it back into its element's attribute.
  class SVGTransform {
    #list = null;
    constructor(key) {
      requireKey(key);
      Object.assign(this, { type: kinds.SVG_TRANSFORM_MATRIX, matrix: new SVGMatrix(), angle: 0 });
      Object.defineProperty(this, STATE, { value: { text: 'matrix(1 0 0 1 0 0)', own: (list) => { this.#list = list; } } });
    }
    setMatrix(m) { change(this, kinds.SVG_TRANSFORM_MATRIX, new SVGMatrix([m.a, m.b, m.c, m.d, m.e, m.f]), 0, `matrix(${m.a} ${m.b} ${m.c} ${m.d} ${m.e} ${m.f})`); this.#list?.(); }
    setTranslate(x, y) { change(this, kinds.SVG_TRANSFORM_TRANSLATE, new SVGMatrix().translate(x, y), 0, `translate(${x} ${y})`); this.#list?.(); }
    setScale(x, y) { change(this, kinds.SVG_TRANSFORM_SCALE, new SVGMatrix([x, 0, 0, y, 0, 0]), 0, `scale(${x} ${y})`); this.#list?.(); }
    setRotate(angle, x, y) {
      change(this, kinds.SVG_TRANSFORM_ROTATE, new SVGMatrix().translate(x, y).rotate(angle).translate(-x, -y), angle, `rotate(${angle} ${x} ${y})`);
      this.#list?.();
    }
    setSkewX(angle) {
      change(this, kinds.SVG_TRANSFORM_SKEWX, new SVGMatrix([1, 0, Math.tan(angle * Math.PI / 180), 1, 0, 0]), angle, `skewX(${angle})`);
      this.#list?.();
    }
    setSkewY(angle) {
      change(this, kinds.SVG_TRANSFORM_SKEWY, new SVGMatrix([1, Math.tan(angle * Math.PI / 180), 0, 1, 0, 0]), angle, `skewY(${angle})`);
      this.#list?.();
    }
  }
  defineInterface(SVGTransform, { length: 0, constants: kinds });

  function change(transform, type, matrix, angle, text) {
    Object.assign(transform, { type, matrix, angle });
    transform[STATE].text = text;
  }

  class SVGTransformList {
    #items = [];
    #changed;
    constructor(key, changed) {
      requireKey(key);
      this.#changed = () => changed(this.#items.map((item) => item[STATE].text).join(' '));
    }
    get numberOfItems() { return this.#items.length; }
    get length() { return this.#items.length; }
    getItem(index) {
      if (!(index in this.#items)) throw dom.domError(`There is no item ${index}.`, 'IndexSizeError');
      return this.#items[index];
    }
    clear() { this.#assign([]); }
    initialize(item) {
      this.#assign([item]);
      return item;
    }
    appendItem(item) {
      this.#assign([...this.#items, item]);
      return item;
    }
    insertItemBefore(item, index) {
      this.#assign(this.#items.toSpliced(index, 0, item));
      return item;
    }
    replaceItem(item, index) {
      this.#assign(this.#items.with(index, item));
      return item;
    }
    removeItem(index) {
      const item = this.getItem(index);
      this.#assign(this.#items.toSpliced(index, 1));
      return item;
    }
    consolidate() { return this.#items[0] ?? null; }
    #assign(items) {
      this.#items = items;
      for (const item of items) item[STATE].own(this.#changed);
      this.#changed();
    }
  }
  defineInterface(SVGTransformList, { length: 0 });

  class SVGGraphicsElement extends SVGElement {
    get transform() {
      if (!this[STATE].transform) {
        const baseVal = new SVGTransformList(KEY, (text) => attributes.set(this, 'transform', text));
        this[STATE].transform = { baseVal, animVal: baseVal };
      }
      return this[STATE].transform;
    }
    getBBox() {
      const number = (name) => parseFloat(attributes.get(this, name)) || 0;
      return new globals.DOMRect(number('x'), number('y'), number('width'), number('height'));
    }
    getCTM() { return new SVGMatrix(); }
    getScreenCTM() { return new SVGMatrix(); }
  }
  defineInterface(SVGGraphicsElement, { length: 0 });

  class SVGGeometryElement extends SVGGraphicsElement {
    getTotalLength() { return 0; }
    getPointAtLength() { return new globals.DOMPoint(); }
  }
  defineInterface(SVGGeometryElement, { length: 0 });

  class SVGSVGElement extends SVGGraphicsElement {
    createSVGTransform() { return new SVGTransform(KEY); }
    createSVGMatrix() { return new SVGMatrix(); }
    createSVGPoint() { return new globals.DOMPoint(); }
    createSVGRect() { return new globals.DOMRect(); }
    createSVGLength() { return new SVGLength('0'); }
    createSVGTransformFromMatrix(matrix) {
      const transform = new SVGTransform(KEY);
      transform.setMatrix(matrix);
      return transform;
    }
    get viewBox() {
      return animated(this, 'viewBox', (text) => {
        const [x = 0, y = 0, width = 0, height = 0] = text.trim().split(/[\s,]+/).map(Number);
        return new globals.DOMRect(x, y, width, height);
      });
    }
    getElementById(id) { return [...internals.elementsIn(this)].find((e) => e.id === id) ?? null; }
  }
  defineInterface(SVGSVGElement, { length: 0 });
  svgClasses.set('svg', SVGSVGElement);

  const named = (tag, Parent) => {
    const name = `SVG${tag[0].toUpperCase()}${tag.slice(1)}Element`;
    const Class = { [name]: class extends Parent {} }[name];
    for (const length of ['x', 'y', 'width', 'height', 'cx', 'cy', 'r', 'rx', 'ry', 'x1', 'y1', 'x2', 'y2']) {
      Object.defineProperty(Class.prototype, length, {
        get() { return animated(this, length, (text) => new SVGLength(text)); }, enumerable: true, configurable: true,
      });
    }
    svgClasses.set(tag, defineInterface(Class, { length: 0 }));
  };
  for (const tag of ['circle', 'ellipse', 'line', 'path', 'polygon', 'polyline', 'rect']) named(tag, SVGGeometryElement);
  for (const tag of ['a', 'defs', 'foreignObject', 'g', 'image', 'switch', 'symbol', 'text', 'use']) named(tag, SVGGraphicsElement);
  for (const tag of ['clipPath', 'desc', 'filter', 'linearGradient', 'marker', 'mask', 'metadata', 'pattern', 'radialGradient', 'stop',
    'style', 'title', 'script']) named(tag, SVGElement);
})
