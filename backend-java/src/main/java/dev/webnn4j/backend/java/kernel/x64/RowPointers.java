package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import dev.webnn4j.backend.java.kernel.x64.asm.Gp;
import java.util.Arrays;
import java.util.List;

/**
 * Says where the rows of input under a few rows of output are, as {@link ChannelwiseTiles} reads
 * it.
 */
final class RowPointers {
  /** Takes the address of the table's part and what to write there. */
  private record Code() implements Routine.Source {
    private static final List<Gp> POINTERS = List.of(Gp.RSI, Gp.RDX, Gp.RCX, Gp.R8, Gp.R9);

    @Override
    public void emit(Assembler a) {
      for (int i = 0; i < POINTERS.size(); i++) {
        a.mov(Gp.RDI.at((long) i * Long.BYTES), POINTERS.get(i));
      }
      a.ret();
    }
  }

  private static final int AT_ONCE = Code.POINTERS.size();

  /** What a table takes, with room for whole calls. */
  static final long BYTES =
      (long) Math.ceilDiv(ChannelwiseTiles.MAX_INPUT_ROWS, AT_ONCE) * AT_ONCE * Long.BYTES;

  private RowPointers() {}

  /**
   * Records what fills a table.
   *
   * @param rows where the first pixel of each row is, within the phase; at most {@link
   *     ChannelwiseTiles#MAX_INPUT_ROWS}
   */
  static void record(CallList.Recorder recorder, Place table, List<Place> rows) {
    Routine routine = recorder.code().routine(new Code());
    for (int first = 0; first < rows.size(); first += AT_ONCE) {
      Place[] arguments = new Place[1 + AT_ONCE];
      Arrays.fill(arguments, Place.of(0));
      arguments[0] = table.plus((long) first * Long.BYTES);
      for (int i = first; i < Math.min(rows.size(), first + AT_ONCE); i++) {
        arguments[1 + i - first] = rows.get(i);
      }
      recorder.call(routine, 1, arguments);
    }
  }
}
