package dev.webnn4j.cli;

/** Where the launcher begins. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // Exits even if a page left threads behind.
    System.exit(WebnnCommand.execute(args));
  }
}
