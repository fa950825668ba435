// The outcome for people: the classes over the photo, and a legend with their shares.

const MARGIN = 32;
const HEAD = 84;
const LEGEND = 300;
const ROW = 56;
const MAX_WIDTH = 960;
const MAX_HEIGHT = 720;

const PAGE = '#12151b';
const TEXT = '#e8eaee';
const FAINT_TEXT = '#9aa3b2';
const TRACK = '#262c37';

export function drawResult(canvas, photo, map, milliseconds) {
  const scale = Math.min(MAX_WIDTH / photo.naturalWidth, MAX_HEIGHT / photo.naturalHeight);
  const width = Math.max(1, Math.round(photo.naturalWidth * scale));
  const height = Math.max(1, Math.round(photo.naturalHeight * scale));
  const shares = map.shares();

  canvas.width = width + LEGEND + 3 * MARGIN;
  canvas.height = HEAD + Math.max(height, shares.length * ROW) + MARGIN;
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.fillStyle = PAGE;
  context.fillRect(0, 0, canvas.width, canvas.height);

  drawHead(context, `${map.size} \u00d7 ${map.size} in ${milliseconds.toFixed(0)} ms`);
  if (map.withPhoto) {
    context.drawImage(photo, MARGIN, HEAD, width, height);
  }
  context.drawImage(map.colorCanvas(), 0, 0, map.width, map.height, MARGIN, HEAD, width, height);
  shares.forEach((entry, row) => drawRow(context, entry, MARGIN + width + MARGIN, HEAD + row * ROW));
}

function drawHead(context, line) {
  text(context, 'DeepLabV3 on WebNN', MARGIN, 38, 'bold 26px sans-serif', TEXT, 'left');
  text(context, line, MARGIN, 64, '15px sans-serif', FAINT_TEXT, 'left');
}

function drawRow(context, { index, name, color, share }, x, y) {
  const end = x + LEGEND;
  context.beginPath();
  context.roundRect(x, y, 28, 28, 4);
  context.fillStyle = color;
  context.fill();
  context.strokeStyle = FAINT_TEXT;
  context.stroke();
  text(context, name, x + 42, y + 16, '18px sans-serif', TEXT, 'left');
  text(context, percent(share), end, y + 16, '18px sans-serif', FAINT_TEXT, 'right');

  const track = end - (x + 42);
  context.fillStyle = TRACK;
  context.fillRect(x + 42, y + 24, track, 5);
  // The background's own colour could not be told from the track.
  context.fillStyle = index === 0 ? FAINT_TEXT : color;
  context.fillRect(x + 42, y + 24, Math.max(2, Math.round(track * share)), 5);
}

function percent(share) {
  return share < 0.0005 ? '< 0.1 %' : `${(100 * share).toFixed(1)} %`;
}

function text(context, words, x, y, font, color, align) {
  context.font = font;
  context.fillStyle = color;
  context.textAlign = align;
  context.fillText(words, x, y);
}
