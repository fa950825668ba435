// Finds what is where on a photo: fetches photo and weights, runs the network, draws its classes.

import { hasAlignCorners } from './align-corners.js';
import { ClassMap } from './class-map.js';
import { DeepLab, weightNames } from './deeplab.js';
import { drawResult } from './draw.js';
import { fetchWeights } from './npy.js';
import { loadPhoto, letterbox } from './photo.js';

const SIZES = ['513', '257'];
const VIEWS = ['photo', 'map'];

const status = document.getElementById('status');

// The value of a parameter in the page's address; the first choice if it is not given.
function parameter(name, choices) {
  const value = new URLSearchParams(location.search).get(name) ?? choices[0];
  if (!choices.includes(value)) {
    throw new Error(`${name} is ${choices.join(' or ')}, not ${value}`);
  }
  return value;
}

async function timed(run) {
  const start = performance.now();
  const result = await run();
  return { result, milliseconds: performance.now() - start };
}

async function run() {
  const size = Number(parameter('size', SIZES));
  const view = parameter('view', VIEWS);
  if (!navigator.ml) {
    throw new Error('navigator.ml is missing, so there is no WebNN here; the README says where there is');
  }
  const [photo, weights] = await Promise.all([loadPhoto('/photo.jpg'), fetchWeights('/weights/', weightNames())]);
  const context = await navigator.ml.createContext();
  const alignCorners = await hasAlignCorners(context);
  if (!alignCorners) {
    console.warn('this WebNN resizes by half-pixel centers instead of align-corners: borders may move by a pixel or two');
  }
  const network = await DeepLab.build(context, weights, size, alignCorners);

  const input = letterbox(photo, size);
  const warmUp = await timed(() => network.classify(input.pixels));
  console.log(`warm-up: ${warmUp.milliseconds.toFixed(1)} ms`);
  const { result, milliseconds } = await timed(() => network.classify(input.pixels));

  const map = new ClassMap(result, size, input.width, input.height, view);
  map.drawIndices(document.getElementById('classes'));
  drawResult(document.getElementById('result'), photo, map, milliseconds);
  for (const { name, share } of map.shares()) {
    console.log(`class ${name} ${(100 * share).toFixed(2)}%`);
  }
  status.textContent = `Done: one run to warm up, then one of ${milliseconds.toFixed(1)} ms.`;
  console.log(`inference: ${milliseconds.toFixed(1)} ms`);
}

try {
  await run();
} catch (error) {
  status.textContent = `This example cannot run: ${error.message}`;
  throw error; // Whoever runs the page prints it on the console.
}
