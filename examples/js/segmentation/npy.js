// Weights from .npy files, the format of NumPy's save:
// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html

// The named arrays, each { shape, values }. Throws one sentence that names the file and its fault.
export async function fetchWeights(folder, names) {
  // The first by itself: where nothing is mounted, one failure says as much as a hundred.
  const load = (name) => fetchNpy(folder, `${name}.npy`);
  const arrays = [await load(names[0]), ...(await Promise.all(names.slice(1).map(load)))];
  return new Map(names.map((name, index) => [name, arrays[index]]));
}

async function fetchNpy(folder, file) {
  try {
    const response = await fetch(folder + file);
    if (!response.ok) {
      throw new Error(`HTTP ${response.status}; mount the directory of the weights as ${folder}`);
    }
    return parseNpy(await response.arrayBuffer());
  } catch (error) {
    throw new Error(`weight ${file}: ${error.message}`);
  }
}

// An array of float32; its values are a view of the buffer.
export function parseNpy(buffer) {
  const { header, dataOffset } = readHeader(buffer);
  const type = entry(header, 'descr', /'([^']*)'/);
  if (type !== '<f4') {
    throw new Error(`its elements are '${type}'; save it as '<f4', little-endian float32`);
  }
  const shape = entry(header, 'shape', /\(([0-9, ]*)\)/).split(',').filter((side) => side.trim()).map(Number);
  if (entry(header, 'fortran_order', /(True|False)/) === 'True' && shape.length > 1) {
    throw new Error('it is in Fortran order; save numpy.ascontiguousarray(array)');
  }
  const length = shape.reduce((product, side) => product * side, 1);
  if (buffer.byteLength - dataOffset !== 4 * length) {
    const given = buffer.byteLength - dataOffset;
    throw new Error(`it has ${given} bytes of data, and its shape [${shape}] takes ${4 * length}; copy it once more`);
  }
  // A view must begin at a multiple of 4; NumPy sees to that, others may not.
  const data = dataOffset % 4 === 0 ? [buffer, dataOffset, length] : [buffer.slice(dataOffset)];
  return { shape, values: new Float32Array(...data) };
}

function readHeader(buffer) {
  const bytes = new DataView(buffer);
  // \x93NUMPY, then the version: two bytes, of which the first decides how the length is written.
  if (buffer.byteLength < 12 || bytes.getUint32(0) !== 0x934e554d || bytes.getUint16(4) !== 0x5059) {
    throw new Error('it is no npy file, or ends within its header; save the array with numpy.save');
  }
  const version = bytes.getUint8(6);
  if (version < 1 || version > 3) {
    throw new Error(`its format version is ${version}; save it as 1, 2 or 3`);
  }
  const start = version === 1 ? 10 : 12;
  const dataOffset = start + (version === 1 ? bytes.getUint16(8, true) : bytes.getUint32(8, true));
  if (dataOffset > buffer.byteLength) {
    throw new Error('it ends within its header; copy it once more');
  }
  return { header: new TextDecoder().decode(new Uint8Array(buffer, start, dataOffset - start)), dataOffset };
}

// The header is the literal of a Python dictionary.
function entry(header, key, value) {
  const match = new RegExp(`'${key}': *${value.source}`).exec(header);
  if (!match) {
    throw new Error(`its header has no plain '${key}': ${header.trim()}; save one array of numbers with numpy.save`);
  }
  return match[1];
}
