// ImageData and ImageBitmap.
(function (host, globals, internals) {
  'use strict';
  const { KEY, dom, requireKey, defineInterface } = internals;

  class ImageData {
    #data;
    #width;
    #height;
    #colorSpace;

    constructor(first, second, third, fourth) {
      internals.requireArguments(arguments.length, 2, "constructor 'ImageData'");
      const given = ArrayBuffer.isView(first);
      if (given && !(first instanceof Uint8ClampedArray)) {
        throw new TypeError("Failed to construct 'ImageData': parameter 1 is not of type 'Uint8ClampedArray'.");
      }
      const settings = (given ? fourth : third) ?? {};
      const width = (given ? second : first) >>> 0;
      if (width === 0) throw dom.domError('The source width is zero or not a number.', 'IndexSizeError');
      if (given) {
        if (first.length === 0 || first.length % 4 !== 0) {
          throw dom.domError('The input data length is not a multiple of 4.', 'InvalidStateError');
        }
        const rows = first.length / 4 / width;
        if (!Number.isInteger(rows)) {
          throw dom.domError('The input data length is not a multiple of (4 * width).', 'IndexSizeError');
        }
        if (third !== undefined && third >>> 0 !== rows) {
          throw dom.domError('The input data length is not equal to (4 * width * height).', 'IndexSizeError');
        }
        this.#data = first;
        this.#height = rows;
      } else {
        this.#height = second >>> 0;
        if (this.#height === 0) throw dom.domError('The source height is zero or not a number.', 'IndexSizeError');
        this.#data = new Uint8ClampedArray(4 * width * this.#height);
      }
      this.#width = width;
      this.#colorSpace = settings.colorSpace ?? 'srgb';
    }

    get width() { return this.#width; }
    get height() { return this.#height; }
    get data() { return this.#data; }
    get colorSpace() { return this.#colorSpace; }
  }
  defineInterface(ImageData, { length: 2 });

  class ImageBitmap {
    #picture;
    constructor(key, picture) {
      requireKey(key);
      this.#picture = picture;
    }
    static { this.pictureOf = (bitmap) => bitmap.#picture; }
    get width() { return this.#picture ? host.canvas.width(this.#picture) : 0; }
    get height() { return this.#picture ? host.canvas.height(this.#picture) : 0; }
    close() { this.#picture = null; }
  }
  const { pictureOf } = ImageBitmap;
  delete ImageBitmap.pictureOf;
  defineInterface(ImageBitmap, { length: 0 });

  // A JavaScript copy of bytes that Java holds: pages get real buffers.
  internals.ownBytes = (javaBuffer) => new Uint8ClampedArray(new Uint8ClampedArray(new ArrayBuffer(javaBuffer)));

  // The picture behind whatever can be drawn; null when there is nothing to draw yet.
  function pictureFrom(source) {
    if (source instanceof ImageBitmap) {
      const picture = pictureOf(source);
      if (!picture) throw dom.domError('The image source is detached.', 'InvalidStateError');
      return picture;
    }
    if (source instanceof globals.HTMLImageElement) {
      if (source[internals.STATE].broken) throw dom.domError("The HTMLImageElement provided is in the 'broken' state.", 'InvalidStateError');
      return source[internals.STATE].picture;
    }
    if (source instanceof globals.HTMLCanvasElement || source instanceof globals.OffscreenCanvas) {
      if (source.width === 0 || source.height === 0) throw dom.domError('The canvas has no pixels.', 'InvalidStateError');
      return internals.canvasPicture(source);
    }
    if (source instanceof globals.HTMLVideoElement) return null;
    throw new TypeError("The provided value is not of type '(CSSImageValue or HTMLCanvasElement or HTMLImageElement or "
      + "HTMLVideoElement or ImageBitmap or OffscreenCanvas)'.");
  }

  const pictureFromPixels = ({ data, width, height }) =>
    host.canvas.bitmapFromPixels(data.buffer, data.byteOffset, width, height);

  async function sourcePicture(source) {
    if (source instanceof ImageData) return pictureFromPixels(source);
    if (globals.Blob && source instanceof globals.Blob) {
      try {
        return await host.decodeImage(await source.arrayBuffer());
      } catch (error) {
        throw dom.domError(`The source image could not be decoded: ${error.message}`, 'InvalidStateError');
      }
    }
    const picture = pictureFrom(source);
    if (!picture) throw dom.domError('The image has not been loaded.', 'InvalidStateError');
    return picture;
  }

  globals.createImageBitmap = async function createImageBitmap(image, ...rest) {
    const whole = rest.length < 4;
    const options = (whole ? rest[0] : rest[4]) ?? {};
    let picture = await sourcePicture(image);
    const [x, y, width, height] = whole
      ? [0, 0, host.canvas.width(picture), host.canvas.height(picture)] : rest.slice(0, 4).map((value) => Math.trunc(value));
    if (width === 0 || height === 0) throw new RangeError('The crop rect width or height is 0.');
    picture = host.canvas.crop(picture, Math.min(x, x + width), Math.min(y, y + height), Math.abs(width), Math.abs(height));
    const { resizeWidth, resizeHeight, resizeQuality = 'low', imageOrientation } = options;
    if (resizeWidth || resizeHeight) {
      const [w, h] = [Math.abs(width), Math.abs(height)];
      picture = host.canvas.resize(picture, resizeWidth ?? Math.ceil(w * resizeHeight / h), resizeHeight ?? Math.ceil(h * resizeWidth / w),
        String(resizeQuality));
    }
    if (imageOrientation === 'flipY') picture = host.canvas.flip(picture);
    return new ImageBitmap(KEY, picture);
  };

  Object.assign(internals, { pictureFrom, newImageBitmap: (picture) => new ImageBitmap(KEY, picture) });
})
