// The picture of the outcome: the whole sheet with the wrong digits framed, and those again, larger.

import { CELL } from './lenet.js';

const MARGIN = 24;
const HEAD = 104;
const NAMES = 168;
const SCORES = 54;
const TILE = 2 * CELL;
const TILE_STEP = 68;
const TILE_ROW = 96;
const FOOT_TITLE = 40;

const BACKGROUND = '#12151b';
const TEXT = '#e8eaee';
const FAINT_TEXT = '#9aa3b2';
const GOOD = '#5ad19a';
const BAD = '#ff4d4f';

export function drawReport(canvas, sheet, guesses, right) {
  const wrong = wrongCells(sheet, guesses);
  const width = sheet.columns * CELL;
  const height = sheet.rows * CELL;
  const tilesPerRow = Math.floor((NAMES + width + SCORES) / TILE_STEP);
  const tileRows = Math.ceil(wrong.length / tilesPerRow);
  const tilesTop = HEAD + height + FOOT_TITLE + 18;

  canvas.width = 2 * MARGIN + NAMES + width + SCORES;
  canvas.height = tilesTop + tileRows * TILE_ROW + MARGIN;
  const context = canvas.getContext('2d');
  context.fillStyle = BACKGROUND;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.textBaseline = 'middle';

  drawHead(context, canvas.width, sheet, right);
  context.drawImage(sheet.image, MARGIN + NAMES, HEAD);
  drawRows(context, sheet, wrong);
  wrong.forEach((cell) => frame(context, cell));
  drawTiles(context, sheet, wrong, tilesTop, tilesPerRow);
}

function wrongCells(sheet, guesses) {
  const cells = guesses.map((guess, index) => ({
    guess,
    digit: sheet.digitAt(index),
    row: Math.floor(index / sheet.columns),
    column: index % sheet.columns,
  }));
  return cells.filter(({ guess, digit }) => guess !== digit);
}

function drawHead(context, width, sheet, right) {
  const percent = ((100 * right) / sheet.count).toFixed(1);
  text(context, 'Digits: LeNet on WebNN', MARGIN, 38, 'bold 30px sans-serif', TEXT, 'left');
  const line = `${right} of ${sheet.count} digits right, in ${sheet.rows} typefaces that the network never saw`;
  text(context, line, MARGIN, 74, '17px sans-serif', FAINT_TEXT, 'left');
  text(context, `${percent} %`, width - MARGIN, 52, 'bold 52px sans-serif', GOOD, 'right');
}

function drawRows(context, sheet, wrong) {
  const end = MARGIN + NAMES + sheet.columns * CELL + SCORES;
  sheet.families.forEach((family, row) => {
    const middle = HEAD + (row + 0.5) * CELL;
    const misses = wrong.filter((cell) => cell.row === row).length;
    const score = `${sheet.columns - misses}/${sheet.columns}`;
    text(context, family, MARGIN, middle, '13px sans-serif', FAINT_TEXT, 'left');
    text(context, score, end, middle, '13px sans-serif', misses ? BAD : GOOD, 'right');
  });
}

function frame(context, { row, column, guess }) {
  const x = MARGIN + NAMES + column * CELL;
  const y = HEAD + row * CELL;
  context.strokeStyle = BAD;
  context.lineWidth = 2;
  context.strokeRect(x + 1, y + 1, CELL - 2, CELL - 2);
  context.fillStyle = BAD;
  context.fillRect(x + CELL - 11, y, 11, 13);
  text(context, String(guess), x + CELL - 5.5, y + 7, 'bold 11px sans-serif', '#fff', 'center');
}

function drawTiles(context, sheet, wrong, top, perRow) {
  const title = wrong.length ? `Wrong: ${wrong.length}. What each is, and what it was taken for:` : 'None was wrong.';
  text(context, title, MARGIN, top - 26, '17px sans-serif', TEXT, 'left');
  context.imageSmoothingEnabled = true;
  wrong.forEach(({ row, column, digit, guess }, index) => {
    const x = MARGIN + (index % perRow) * TILE_STEP;
    const y = top + Math.floor(index / perRow) * TILE_ROW;
    context.drawImage(sheet.image, column * CELL, row * CELL, CELL, CELL, x, y, TILE, TILE);
    text(context, `${digit} \u2192 ${guess}`, x + TILE / 2, y + TILE + 14, '14px sans-serif', BAD, 'center');
  });
}

function text(context, words, x, y, font, color, align) {
  context.font = font;
  context.fillStyle = color;
  context.textAlign = align;
  context.fillText(words, x, y);
}
