// The held-out digits: a picture of cells in rows, one typeface to a row.

import { CELL, fetchJson } from './lenet.js';

export class Sheet {
  static async fetch() {
    const [layout, image] = await Promise.all([fetchJson('heldout.json'), loadImage('heldout.png')]);
    return new Sheet(layout, image);
  }

  constructor({ columns, families }, image) {
    this.columns = columns;
    this.families = families;
    this.image = image;
    this.strip = document.createElement('canvas');
    this.strip.width = columns * CELL;
    this.strip.height = CELL;
    this.pixels = this.strip.getContext('2d', { willReadFrequently: true });
  }

  get rows() {
    return this.families.length;
  }

  get count() {
    return this.rows * this.columns;
  }

  // Each row runs 0, 1, ... 9 again and again.
  digitAt(index) {
    return (index % this.columns) % 10;
  }

  // Shows each cell of the row on the pad and takes it from there, as a drawn digit would be; gives
  // the pixels of the whole row, cell after cell.
  readRow(row, pad) {
    for (let column = 0; column < this.columns; column++) {
      pad.show(this.image, column * CELL, row * CELL);
      pad.copyTo(this.pixels, column * CELL);
    }
    return inkOf(this.pixels, this.columns);
  }
}

// The ink of cells that lie side by side, as the network takes it. One call reads them all, for
// each getImageData costs more than the pixels it gives.
export function inkOf(context, cells) {
  const width = cells * CELL;
  const rgba = context.getImageData(0, 0, width, CELL).data;
  const ink = new Float32Array(width * CELL);
  let to = 0;
  for (let cell = 0; cell < cells; cell++) {
    for (let y = 0; y < CELL; y++) {
      let from = 4 * (y * width + cell * CELL);
      for (const end = to + CELL; to < end; to++) {
        ink[to] = rgba[from] / 255;
        from += 4;
      }
    }
  }
  return ink;
}

function loadImage(address) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error(`${address} could not be loaded`));
    image.src = address;
  });
}
