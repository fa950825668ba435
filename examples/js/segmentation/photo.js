// The photo, and the square of it that the network takes.

export function loadPhoto(address) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error(`photo ${address}: it is missing, or no picture; mount one there`));
    image.src = address;
  });
}

// The longest side of the photo fills the square, and grey fills what is left at the right or at
// the bottom. A photo of just that size is taken pixel by pixel. Gives red, green and blue from 0
// to 255, and the photo's width and height within the square.
export function letterbox(photo, size) {
  const longest = Math.max(photo.naturalWidth, photo.naturalHeight);
  const width = Math.max(1, Math.round((photo.naturalWidth * size) / longest));
  const height = Math.max(1, Math.round((photo.naturalHeight * size) / longest));
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.fillStyle = 'rgb(128, 128, 128)';
  context.fillRect(0, 0, size, size);
  context.imageSmoothingQuality = 'high';
  context.drawImage(photo, 0, 0, width, height);
  return { pixels: withoutAlpha(context.getImageData(0, 0, size, size).data), width, height };
}

function withoutAlpha(rgba) {
  const rgb = new Float32Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = rgba[from];
    rgb[to + 1] = rgba[from + 1];
    rgb[to + 2] = rgba[from + 2];
  }
  return rgb;
}
