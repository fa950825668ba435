// DeepLabV3 on a MobileNetV2: https://arxiv.org/abs/1706.05587. Images are [1, height, width, channels].

// The inverted residual blocks. Dilated filters instead of strides keep the features at an eighth
// of the image.
const BLOCKS = Array.from({ length: 17 }, (_, index) => ({
  name: `MobilenetV2_expanded_conv${index === 0 ? '' : `_${index}`}`,
  expands: index > 0,
  stride: index === 1 || index === 3 ? 2 : 1,
  dilation: index >= 14 ? 4 : index >= 7 ? 2 : 1,
}));

const STEM = 'MobilenetV2_Conv_Conv2D';
const LOGITS = 'logits_semantic_Conv2D';

const depthwiseFilter = (block) => `${block.name}_depthwise_depthwise`;

function biasOf(filter) {
  if (filter === LOGITS) {
    return 'logits_semantic_biases';
  }
  const dilated = BLOCKS.some((block) => block.dilation > 1 && depthwiseFilter(block) === filter);
  return dilated ? filter.replace(/depthwise$/, 'BatchNorm_FusedBatchNorm') : `${filter}_bn_offset`;
}

// All weights that the graph wants.
export function weightNames() {
  const blocks = BLOCKS.flatMap((block) => [
    ...(block.expands ? [`${block.name}_expand_Conv2D`] : []),
    depthwiseFilter(block),
    `${block.name}_project_Conv2D`,
  ]);
  const head = ['image_pooling_Conv2D', 'aspp0_Conv2D', 'concat_projection_Conv2D', LOGITS];
  return [STEM, ...blocks, ...head].flatMap((filter) => [filter, biasOf(filter)]);
}

export class DeepLab {
  // The network for squares of this size, compiled, with the tensors that it reads and writes.
  static async build(context, weights, size, alignCorners) {
    const builder = new MLGraphBuilder(context);
    const network = new DeepLab();
    network.context = context;
    network.graph = await builder.build({ classes: new Topology(builder, weights, alignCorners).of(size) });
    network.image = await context.createTensor({ dataType: 'float32', shape: [1, size, size, 3], writable: true });
    network.classes = await context.createTensor({ dataType: 'int32', shape: [1, size, size], readable: true });
    return network;
  }

  // Takes red, green and blue of each pixel, from 0 to 255, row by row; gives each pixel's class.
  async classify(pixels) {
    const { context, graph, image, classes } = this;
    context.writeTensor(image, pixels);
    context.dispatch(graph, { image }, { classes });
    return new Int32Array(await context.readTensor(classes));
  }
}

// Builds the graph, from the image down.
class Topology {
  constructor(builder, weights, alignCorners) {
    this.builder = builder;
    this.weights = weights;
    this.alignCorners = alignCorners;
  }

  of(size) {
    const { builder } = this;
    const image = builder.input('image', { dataType: 'float32', shape: [1, size, size, 3] });
    const scaled = builder.linear(image, { alpha: 2 / 255, beta: -1 });
    const stem = this.relu6(this.conv(scaled, STEM, { strides: [2, 2], padding: [1, 1, 1, 1] }));
    const features = BLOCKS.reduce((x, block) => this.block(x, block), stem);
    const logits = this.resize(this.head(features), [size, size]);
    return builder.argMax(logits, 3, { outputDataType: 'int32' });
  }

  // An inverted residual: widen, filter each channel by itself, narrow.
  block(input, block) {
    const wide = block.expands ? this.relu6(this.conv(input, `${block.name}_expand_Conv2D`)) : input;
    const filtered = this.relu6(this.depthwise(wide, block));
    const narrow = this.conv(filtered, `${block.name}_project_Conv2D`);
    return String(narrow.shape) === String(input.shape) ? this.builder.add(narrow, input) : narrow;
  }

  // What each place looks like, beside what the whole image looks like.
  head(features) {
    const { builder } = this;
    const mean = builder.averagePool2d(features, { layout: 'nhwc' });
    const whole = builder.relu(this.conv(mean, 'image_pooling_Conv2D'));
    const place = builder.relu(this.conv(features, 'aspp0_Conv2D'));
    const spread = this.resize(whole, features.shape.slice(1, 3));
    const both = builder.concat([spread, place], 3);
    const joined = builder.relu(this.conv(both, 'concat_projection_Conv2D'));
    return this.conv(joined, LOGITS);
  }

  conv(input, filter, options = {}) {
    return this.builder.conv2d(input, this.constant(filter), {
      label: filter, inputLayout: 'nhwc', filterLayout: 'ohwi', bias: this.constant(biasOf(filter)), ...options,
    });
  }

  depthwise(input, block) {
    const { stride, dilation } = block;
    return this.conv(input, depthwiseFilter(block), {
      filterLayout: 'ihwo',
      groups: input.shape[3],
      strides: [stride, stride],
      dilations: [dilation, dilation],
      padding: [dilation, dilation, dilation, dilation],
    });
  }

  constant(name) {
    const { shape, values } = this.weights.get(name);
    return this.builder.constant({ dataType: 'float32', shape }, values);
  }

  relu6(input) {
    return this.builder.clamp(input, { minValue: 0, maxValue: 6 });
  }

  resize(input, sizes) {
    const extension = this.alignCorners ? { coordinateTransformation: 'align-corners' } : {};
    return this.builder.resample2d(input, { mode: 'linear', axes: [1, 2], sizes, ...extension });
  }
}
