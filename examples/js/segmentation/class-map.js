// Each pixel's class, as colours, as grey levels and as shares.

import { CLASSES } from './classes.js';

// How opaque the colours are in each view, the background apart.
const ALPHAS = {
  photo: { background: 102, others: 140 },
  map: { background: 255, others: 255 },
};

export class ClassMap {
  // Takes the classes of a square, row by row, and the photo's width and height within it. One pass
  // over the pixels makes all there is to know: such a loop is slow where JavaScript is interpreted.
  constructor(classes, size, width, height, view) {
    this.size = size;
    this.width = width;
    this.height = height;
    this.withPhoto = view === 'photo';
    this.colors = new ImageData(size, size);
    this.indices = new ImageData(size, size);
    this.counts = new Int32Array(CLASSES.length);

    const colorTable = colorsOf(ALPHAS[view]);
    const greyTable = Uint32Array.from(CLASSES, (_, index) => pixel(index, index, index, 255));
    const colors = new Uint32Array(this.colors.data.buffer);
    const greys = new Uint32Array(this.indices.data.buffer);
    const { counts } = this;
    for (let y = 0, at = 0; y < size; y++) {
      const end = y < height ? width : 0;
      for (let x = 0; x < size; x++, at++) {
        const index = classes[at];
        colors[at] = colorTable[index];
        greys[at] = greyTable[index];
        if (x < end) {
          counts[index]++;
        }
      }
    }
  }

  // The classes on the photo, the greatest share first.
  shares() {
    const pixels = this.width * this.height;
    return CLASSES.map((entry, index) => ({ ...entry, index, share: this.counts[index] / pixels }))
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share);
  }

  // Each pixel's class as its grey level, the whole square.
  drawIndices(canvas) {
    canvas.width = this.size;
    canvas.height = this.size;
    canvas.getContext('2d').putImageData(this.indices, 0, 0);
  }

  // The colours of the whole square, to be drawn from.
  colorCanvas() {
    const canvas = document.createElement('canvas');
    canvas.width = this.size;
    canvas.height = this.size;
    canvas.getContext('2d').putImageData(this.colors, 0, 0);
    return canvas;
  }
}

function colorsOf(alphas) {
  return Uint32Array.from(CLASSES, ({ color }, index) => {
    const rgb = parseInt(color.slice(1), 16);
    return pixel(rgb >> 16, (rgb >> 8) & 255, rgb & 255, index === 0 ? alphas.background : alphas.others);
  });
}

// A pixel of ImageData as one number, on the little-endian machines that there are.
function pixel(red, green, blue, alpha) {
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
