package dev.webnn4j.benchmarks;

import dev.webnn4j.benchmarks.cli.CompareCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;

/** Where the launcher begins. */
public final class Main {
  private static final String JMH = "--jmh";

  private Main() {}

  public static void main(String[] args) throws IOException {
    if (args.length > 0 && args[0].equals(JMH)) {
      // JMH has a command line of its own.
      org.openjdk.jmh.Main.main(Arrays.copyOfRange(args, 1, args.length));
      return;
    }
    PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
    PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
    System.exit(CompareCommand.execute(out, err, args));
  }
}
