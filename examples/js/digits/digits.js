// Classifies a sheet of digits in typefaces that the network never saw, then digits drawn by hand.

import { LeNet, fetchWeights } from './lenet.js';
import { Pad } from './pad.js';
import { drawReport } from './report.js';
import { Sheet } from './sheet.js';

const status = document.getElementById('status');

function say(sentence) {
  status.textContent = sentence;
  console.log(`digits: ${sentence}`);
}

async function classifySheet(context, weights, sheet, pad) {
  const network = await LeNet.build(context, weights, sheet.columns);
  const guesses = [];
  for (let row = 0; row < sheet.rows; row++) {
    const { digits } = await network.classify(sheet.readRow(row, pad));
    guesses.push(...digits);
    if ((row + 1) % 8 === 0) {
      say(`${guesses.length} of ${sheet.count} classified`);
    }
  }
  return guesses;
}

async function run() {
  if (!navigator.ml) {
    throw new Error('navigator.ml is missing, so there is no WebNN here. The README says where there is.');
  }
  const context = await navigator.ml.createContext();
  const [weights, sheet] = await Promise.all([fetchWeights(), Sheet.fetch()]);
  say(`${weights.size} tensors and a sheet of ${sheet.count} digits loaded`);

  const pad = new Pad(await LeNet.build(context, weights, 1));
  const guesses = await classifySheet(context, weights, sheet, pad);
  const right = guesses.filter((guess, index) => guess === sheet.digitAt(index)).length;
  drawReport(document.getElementById('result'), sheet, guesses, right);
  pad.open();

  say(`${right} of ${sheet.count} right`);
}

run().catch((error) => {
  status.textContent = `This example cannot run: ${error.message}`;
  console.error(`digits: cannot run: ${error.message}`);
  // Whoever runs the page must see that it failed, also by its exit code.
  throw error;
});
