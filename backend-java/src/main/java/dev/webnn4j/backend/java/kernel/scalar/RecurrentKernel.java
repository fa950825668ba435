package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Recurrent;
import dev.webnn4j.op.RecurrentNetwork;

/**
 * Recurrent networks in double precision. Each part is a row of the batch in one direction, which
 * goes through all steps by itself.
 */
final class RecurrentKernel extends PartsByShape {
  private final Recurrent.Geometry geometry;
  private final boolean isLstm;
  private final boolean hasSequence;

  /** One for each worker. */
  private final RecurrentCell[] cells;

  private RecurrentKernel(Node node, RecurrentNetwork network, KernelContext context) {
    Recurrent.Geometry sizes = Recurrent.geometry(node.call(), network);
    super((long) sizes.directions() * sizes.batch());
    geometry = sizes;
    isLstm = network.isLstm();
    hasSequence = node.results().size() > (isLstm ? 2 : 1);
    cells = new RecurrentCell[context.workers()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = isLstm ? new LstmCell(node, network) : new GruCell(node, network);
    }
  }

  static Candidate offer(Node node, KernelContext context) {
    RecurrentNetwork network = RecurrentNetwork.of(node.operator()).orElseThrow();
    return Candidate.accept("recurrent", new RecurrentKernel(node, network, context));
  }

  @Override
  public void run(Buffers buffers, int part, int worker) {
    RecurrentCell cell = cells[worker];
    int batch = geometry.batch();
    int direction = part / batch;
    cell.begin(buffers, direction, part);
    for (int turn = 0; turn < geometry.steps(); turn++) {
      long position = geometry.position(direction, turn);
      cell.load(buffers, 0, position * batch + part % batch, cell.input);
      cell.step(buffers, direction);
      if (hasSequence) {
        long rows = (long) geometry.directions() * batch;
        cell.store(cell.hidden, buffers.output(isLstm ? 2 : 1), position * rows + part);
      }
    }
    cell.store(cell.hidden, buffers.output(), part);
    if (cell instanceof LstmCell lstm) {
      cell.store(lstm.cell(), buffers.output(1), part);
    }
  }
}
