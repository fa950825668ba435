// The network was trained with resizing that maps corner pixels onto corner pixels. WebNN has no
// such option yet, so an implementation either has our extension or does not see the option.

// Resizes [0, 3] to four pixels: 0, 1, 2, 3 with corners aligned, else 0, 0.75, 2.25, 3.
export async function hasAlignCorners(context) {
  const builder = new MLGraphBuilder(context);
  const input = builder.input('input', { dataType: 'float32', shape: [1, 1, 2, 1] });
  const output = builder.resample2d(input, {
    mode: 'linear', axes: [1, 2], sizes: [1, 4], coordinateTransformation: 'align-corners',
  });
  const graph = await builder.build({ output });
  const from = await context.createTensor({ dataType: 'float32', shape: [1, 1, 2, 1], writable: true });
  const to = await context.createTensor({ dataType: 'float32', shape: [1, 1, 4, 1], readable: true });
  context.writeTensor(from, new Float32Array([0, 3]));
  context.dispatch(graph, { input: from }, { output: to });
  const [, second] = new Float32Array(await context.readTensor(to));
  return Math.abs(second - 1) < 0.01;
}
