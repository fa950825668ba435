package dev.webnn4j.cli;

import java.io.PrintWriter;

/** Where the launcher begins. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
    PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
    // Exits even if a page left threads behind.
    System.exit(WebnnCommand.execute(out, err, args));
  }
}
