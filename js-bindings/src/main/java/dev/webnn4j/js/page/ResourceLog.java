package dev.webnn4j.js.page;

import dev.webnn4j.js.resource.FetchedResource;
import dev.webnn4j.js.web.ConsoleMessage;
import java.net.URI;
import java.util.function.Consumer;

/** Tells the console of requests that failed, as browsers do. */
final class ResourceLog {
  private final Consumer<ConsoleMessage> console;

  ResourceLog(Consumer<ConsoleMessage> console) {
    this.console = console;
  }

  void answered(FetchedResource answer) {
    if (answer.status() >= 400) {
      error(
          "Failed to load resource: " + answer.url() + " answered with status " + answer.status());
    }
  }

  void failed(URI url, Throwable cause) {
    boolean explained = cause instanceof BlockedHostException;
    error(
        explained
            ? cause.getMessage()
            : "Failed to load resource: " + url + ": " + cause.getMessage());
  }

  private void error(String text) {
    console.accept(new ConsoleMessage(ConsoleMessage.Level.ERROR, text));
  }
}
