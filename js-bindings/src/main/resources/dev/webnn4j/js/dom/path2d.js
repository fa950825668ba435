// Path2D, and the path methods it shares with the context.
(function (host, globals, internals) {
  'use strict';
  const { dom, defineInterface } = internals;
  const { canvas } = host;
  const HANDLE = Symbol('handle');

  // Canvas methods ignore calls with a number that is not finite.
  const finite = (...values) => values.every(Number.isFinite);

  function requireRadius(...radii) {
    for (const radius of radii) if (radius < 0) throw dom.domError(`The radius provided (${radius}) is negative.`, 'IndexSizeError');
  }

  // One to four radii, clockwise from the top left, as the CSS shorthand has them.
  function corners(radii) {
    const list = (Array.isArray(radii) ? radii : [radii]).map((r) => (typeof r === 'object' ? Number(r.x) : Number(r)));
    if (list.length < 1 || list.length > 4) throw new RangeError(`${list.length} radii provided. Between one and four radii are necessary.`);
    for (const radius of list) if (radius < 0) throw new RangeError(`Radius value ${radius} is negative.`);
    const [a, b = a, c = a, d = b] = list;
    return [a, b, c, d];
  }

  const members = {
    closePath() { canvas.closePath(this[HANDLE]); },
    moveTo(x, y) { if (finite(+x, +y)) canvas.moveTo(this[HANDLE], +x, +y); },
    lineTo(x, y) { if (finite(+x, +y)) canvas.lineTo(this[HANDLE], +x, +y); },
    quadraticCurveTo(cx, cy, x, y) {
      if (finite(+cx, +cy, +x, +y)) canvas.quadraticCurveTo(this[HANDLE], +cx, +cy, +x, +y);
    },
    bezierCurveTo(ax, ay, bx, by, x, y) {
      if (finite(+ax, +ay, +bx, +by, +x, +y)) canvas.bezierCurveTo(this[HANDLE], +ax, +ay, +bx, +by, +x, +y);
    },
    arcTo(x1, y1, x2, y2, radius) {
      if (!finite(+x1, +y1, +x2, +y2, +radius)) return;
      requireRadius(+radius);
      canvas.arcTo(this[HANDLE], +x1, +y1, +x2, +y2, +radius);
    },
    arc(x, y, radius, start, end, counterclockwise = false) {
      this.ellipse(x, y, radius, radius, 0, start, end, counterclockwise);
    },
    ellipse(x, y, radiusX, radiusY, rotation, start, end, counterclockwise = false) {
      const numbers = [x, y, radiusX, radiusY, rotation, start, end].map(Number);
      if (!finite(...numbers)) return;
      requireRadius(numbers[2], numbers[3]);
      canvas.ellipse(this[HANDLE], ...numbers, Boolean(counterclockwise));
    },
    rect(x, y, width, height) {
      if (finite(+x, +y, +width, +height)) canvas.rect(this[HANDLE], +x, +y, +width, +height);
    },
    roundRect(x, y, width, height, radii = 0) {
      if (finite(+x, +y, +width, +height)) canvas.roundRect(this[HANDLE], +x, +y, +width, +height, ...corners(radii));
    },
  };

  class Path2D {
    constructor(path) {
      const handle = path instanceof Path2D ? canvas.copyPath(path[HANDLE])
        : path === undefined ? canvas.newPath() : canvas.parsePath(String(path));
      Object.defineProperty(this, HANDLE, { value: handle });
    }
    addPath(path, transform = {}) {
      const { a = 1, b = 0, c = 0, d = 1, e = 0, f = 0 } = transform;
      canvas.addPath(this[HANDLE], path[HANDLE], a, b, c, d, e, f);
    }
  }
  internals.nodeMixins.mixin(Path2D, members);
  defineInterface(Path2D, { length: 0 });

  Object.assign(internals, { canvasPath: members, HANDLE, finite });
})
