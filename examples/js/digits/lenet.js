// The network: its weights from lenet.bin, its graph from MLGraphBuilder.

export const CELL = 28;

// The learned tensors by name, each a view of the one fetched buffer.
export async function fetchWeights() {
  const [layout, buffer] = await Promise.all([fetchJson('lenet.json'), fetchBuffer('lenet.bin')]);
  const weights = new Map();
  for (const { name, shape, byteOffset } of layout) {
    const length = shape.reduce((product, side) => product * side, 1);
    weights.set(name, { shape, values: new Float32Array(buffer, byteOffset, length) });
  }
  return weights;
}

export async function fetchJson(address) {
  return (await fetchFile(address)).json();
}

async function fetchBuffer(address) {
  return (await fetchFile(address)).arrayBuffer();
}

async function fetchFile(address) {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address} could not be fetched (${response.status})`);
  }
  return response;
}

export class LeNet {
  // The network for so many cells at a time, compiled, with the tensors that it reads and writes.
  static async build(context, weights, batch) {
    const builder = new MLGraphBuilder(context);
    const network = new LeNet();
    network.context = context;
    network.graph = await builder.build(outputs(builder, weights, batch));
    network.input = await context.createTensor({
      dataType: 'float32', shape: [batch, 1, CELL, CELL], writable: true,
    });
    network.probabilities = await context.createTensor({
      dataType: 'float32', shape: [batch, 10], readable: true,
    });
    network.digits = await context.createTensor({
      dataType: 'int32', shape: [batch], readable: true,
    });
    return network;
  }

  // Takes the pixels of all cells, from 0 (black) to 1 (ink); gives each cell's digit and the
  // probabilities of all ten.
  async classify(pixels) {
    const { context, graph, input, probabilities, digits } = this;
    context.writeTensor(input, pixels);
    context.dispatch(graph, { input }, { probabilities, digits });
    return {
      digits: new Int32Array(await context.readTensor(digits)),
      probabilities: new Float32Array(await context.readTensor(probabilities)),
    };
  }
}

function outputs(builder, weights, batch) {
  const constant = (name) => {
    const { shape, values } = weights.get(name);
    return builder.constant({ dataType: 'float32', shape }, values);
  };
  const convolve = (layer, x) => {
    const sums = builder.conv2d(x, constant(`${layer}.filter`), { bias: constant(`${layer}.bias`) });
    return builder.maxPool2d(builder.relu(sums), { windowDimensions: [2, 2], strides: [2, 2] });
  };
  const connect = (layer, x) =>
    builder.gemm(x, constant(`${layer}.weights`), { c: constant(`${layer}.bias`) });

  const input = builder.input('input', { dataType: 'float32', shape: [batch, 1, CELL, CELL] });
  const features = convolve('conv2', convolve('conv1', input));
  const flat = builder.reshape(features, [batch, weights.get('dense1.weights').shape[0]]);
  const scores = connect('dense2', builder.relu(connect('dense1', flat)));
  const probabilities = builder.softmax(scores, 1);
  return { probabilities, digits: builder.argMax(probabilities, 1) };
}
