// The canvas on which a digit is drawn, by the sheet or by hand, and the probabilities beside it.

import { CELL } from './lenet.js';
import { inkOf } from './sheet.js';

const NIB = 18;

// A drawn digit is brought to the size that the network learned from: this many pixels of the cell.
const DIGIT = 20;

// Less than this many pixels across is a dot, and is not blown up any further.
const SMALLEST = 80;

export class Pad {
  // Takes a network that classifies one cell at a time.
  constructor(network) {
    this.network = network;
    this.canvas = document.getElementById('pad');
    this.context = this.canvas.getContext('2d');
    this.seen = document.getElementById('seen').getContext('2d', { willReadFrequently: true });
    this.bars = document.getElementById('bars');
    // The cells of the sheet are magnified to blocks, so that reducing them gives the same pixels.
    this.context.imageSmoothingEnabled = false;
    this.clear();
  }

  // Shows one cell of a picture over the whole pad.
  show(image, x, y) {
    const { canvas, context } = this;
    context.drawImage(image, x, y, CELL, CELL, 0, 0, canvas.width, canvas.height);
  }

  // Reduces the whole pad to one cell of another canvas.
  copyTo(context, x) {
    const { canvas } = this;
    context.drawImage(canvas, 0, 0, canvas.width, canvas.height, x, 0, CELL, CELL);
  }

  // Lets the visitor draw.
  open() {
    const { canvas } = this;
    this.clear();
    document.getElementById('clear').addEventListener('click', () => this.clear());
    canvas.addEventListener('pointerdown', (event) => {
      canvas.setPointerCapture(event.pointerId);
      this.drawTo(event);
    });
    canvas.addEventListener('pointermove', (event) => {
      if (this.last) {
        this.drawTo(event);
      }
    });
    for (const end of ['pointerup', 'pointercancel']) {
      canvas.addEventListener(end, () => {
        this.last = null;
      });
    }
  }

  clear() {
    const { canvas, context, seen } = this;
    context.fillStyle = '#000';
    context.fillRect(0, 0, canvas.width, canvas.height);
    seen.fillStyle = '#000';
    seen.fillRect(0, 0, CELL, CELL);
    this.last = null;
    this.box = null;
    drawBars(this.bars, []);
  }

  drawTo(event) {
    const { canvas, context } = this;
    const frame = canvas.getBoundingClientRect();
    const x = ((event.clientX - frame.left) * canvas.width) / frame.width;
    const y = ((event.clientY - frame.top) * canvas.height) / frame.height;
    const from = this.last ?? { x, y };
    context.strokeStyle = '#fff';
    context.lineWidth = NIB;
    context.lineCap = 'round';
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(x, y);
    context.stroke();
    this.last = { x, y };
    this.box = widened(this.box, x, y);
    this.classify();
  }

  // Classifies what is drawn by now; strokes that come meanwhile are classified together after it.
  async classify() {
    this.stale = true;
    if (this.busy) {
      return;
    }
    this.busy = true;
    try {
      while (this.stale) {
        this.stale = false;
        this.lookAt(this.box);
        const { probabilities } = await this.network.classify(inkOf(this.seen, 1));
        drawBars(this.bars, this.box ? probabilities : []);
      }
    } finally {
      this.busy = false;
    }
  }

  // Copies the drawn digit to the cell that the network sees, in the middle and in its usual size.
  lookAt(box) {
    const { canvas, seen } = this;
    seen.imageSmoothingQuality = 'high';
    seen.fillRect(0, 0, CELL, CELL);
    if (box) {
      const across = Math.max(box.right - box.left, box.bottom - box.top, SMALLEST);
      const side = (across * CELL) / DIGIT;
      const x = (box.left + box.right - side) / 2;
      const y = (box.top + box.bottom - side) / 2;
      seen.drawImage(canvas, x, y, side, side, 0, 0, CELL, CELL);
    }
  }
}

function widened(box, x, y) {
  const reach = NIB / 2;
  return {
    left: Math.min(box?.left ?? x, x - reach),
    top: Math.min(box?.top ?? y, y - reach),
    right: Math.max(box?.right ?? x, x + reach),
    bottom: Math.max(box?.bottom ?? y, y + reach),
  };
}

function drawBars(canvas, probabilities) {
  const context = canvas.getContext('2d');
  const line = canvas.height / 10;
  const best = Math.max(...probabilities);
  context.fillStyle = '#1b2029';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.font = '14px sans-serif';
  context.textBaseline = 'middle';
  for (let digit = 0; digit < 10; digit++) {
    const probability = probabilities[digit] ?? 0;
    const middle = (digit + 0.5) * line;
    context.fillStyle = '#e8eaee';
    context.fillText(String(digit), 10, middle);
    context.fillStyle = probability > 0 && probability === best ? '#5ad19a' : '#4a5568';
    context.fillRect(30, middle - 7, Math.max(1, 230 * probability), 14);
    if (probability >= 0.005) {
      context.fillStyle = '#9aa3b2';
      context.fillText(`${Math.round(100 * probability)} %`, 36 + 230 * probability, middle);
    }
  }
}
