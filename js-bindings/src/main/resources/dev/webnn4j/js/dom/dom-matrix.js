// DOMMatrix, as far as two dimensions go.
(function (host, globals, internals) {
  'use strict';

  class DOMMatrix {
    constructor(init = [1, 0, 0, 1, 0, 0]) {
      const values = typeof init === 'object' && !Array.isArray(init) && !ArrayBuffer.isView(init)
        ? [init.a ?? 1, init.b ?? 0, init.c ?? 0, init.d ?? 1, init.e ?? 0, init.f ?? 0] : Array.from(init, Number);
      if (values.length === 16) values.splice(0, 16, values[0], values[1], values[4], values[5], values[12], values[13]);
      if (values.length !== 6) throw new TypeError('The sequence must contain 6 or 16 elements.');
      [this.a, this.b, this.c, this.d, this.e, this.f] = values;
    }

    static fromMatrix(other) { return new DOMMatrix(other); }
    get is2D() { return true; }
    get isIdentity() { return [1, 0, 0, 1, 0, 0].every((value, i) => value === this.toArray()[i]); }
    get m11() { return this.a; }
    get m12() { return this.b; }
    get m21() { return this.c; }
    get m22() { return this.d; }
    get m41() { return this.e; }
    get m42() { return this.f; }
    toArray() { return [this.a, this.b, this.c, this.d, this.e, this.f]; }

    multiply(other) {
      const m = other;
      return new DOMMatrix([
        this.a * m.a + this.c * m.b, this.b * m.a + this.d * m.b, this.a * m.c + this.c * m.d, this.b * m.c + this.d * m.d,
        this.a * m.e + this.c * m.f + this.e, this.b * m.e + this.d * m.f + this.f,
      ]);
    }
    multiplySelf(other) { return Object.assign(this, this.multiply(other)); }
    translate(x = 0, y = 0) { return this.multiply({ a: 1, b: 0, c: 0, d: 1, e: x, f: y }); }
    translateSelf(x, y) { return Object.assign(this, this.translate(x, y)); }
    scale(x = 1, y = x) { return this.multiply({ a: x, b: 0, c: 0, d: y, e: 0, f: 0 }); }
    scaleSelf(x, y) { return Object.assign(this, this.scale(x, y)); }
    rotate(degrees = 0) {
      const [sin, cos] = [Math.sin(degrees * Math.PI / 180), Math.cos(degrees * Math.PI / 180)];
      return this.multiply({ a: cos, b: sin, c: -sin, d: cos, e: 0, f: 0 });
    }
    rotateSelf(degrees) { return Object.assign(this, this.rotate(degrees)); }
    inverse() {
      const values = Array.from(host.canvas.invert(...this.toArray()));
      return new DOMMatrix(values.length === 6 ? values : [NaN, NaN, NaN, NaN, NaN, NaN]);
    }
    invertSelf() { return Object.assign(this, this.inverse()); }
    transformPoint({ x = 0, y = 0 } = {}) {
      return new globals.DOMPoint(this.a * x + this.c * y + this.e, this.b * x + this.d * y + this.f);
    }
    toString() { return `matrix(${this.toArray().join(', ')})`; }
  }
  internals.defineInterface(DOMMatrix, { aliases: ['WebKitCSSMatrix'] });
})
