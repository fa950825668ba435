package dev.webnn4j.js.page;

import dev.webnn4j.js.resource.ResourceHandler;
import dev.webnn4j.js.web.ConsoleMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which page to run and how.
 *
 * @param page an HTML file, a folder with an index.html, a script, or an http(s) URL
 * @param root the folder behind the page's origin; when empty the nearest folder above the page
 *     that holds .git or package.json, else the page's own folder
 * @param query what follows the question mark in the page's URL
 * @param mounts see {@link ResourceOptions}
 * @param handler see {@link ResourceOptions}
 * @param maps see {@link ResourceOptions}
 * @param allowedHosts see {@link ResourceOptions}
 * @param timeout how long the page may take in all
 * @param clicks selectors of elements to click on, each when the page is quiet
 * @param console where the page's console goes
 * @param errors hears of what the page did not deal with, as it happens
 * @param document makes the document
 * @param extensions called before any script runs, to add to the page's globals
 */
public record PageOptions(
    String page,
    Optional<Path> root,
    String query,
    Map<String, Path> mounts,
    ResourceHandler handler,
    Map<String, Path> maps,
    Set<String> allowedHosts,
    Duration timeout,
    List<String> clicks,
    Consumer<ConsoleMessage> console,
    Consumer<PageError> errors,
    DocumentHost.Installer document,
    List<Consumer<PageContext>> extensions) {
  /** Copies the collections. */
  public PageOptions {
    mounts = Map.copyOf(mounts);
    maps = Map.copyOf(maps);
    allowedHosts = Set.copyOf(allowedHosts);
    clicks = List.copyOf(clicks);
    extensions = List.copyOf(extensions);
  }

  private static ConsoleMessage onConsole(PageError error) {
    return new ConsoleMessage(ConsoleMessage.Level.ERROR, error.describe());
  }

  /** Starts from the defaults: no network, five minutes, the console on standard output. */
  public static Builder builder(String page, DocumentHost.Installer document) {
    return new Builder(page, document);
  }

  /** Collects options one by one. */
  public static final class Builder {
    private final String page;
    private final DocumentHost.Installer document;
    private final Map<String, Path> mounts = new LinkedHashMap<>();
    private ResourceHandler handler = ResourceHandler.NONE;
    private final Map<String, Path> maps = new LinkedHashMap<>();
    private final Set<String> allowedHosts = new HashSet<>();
    private final List<String> clicks = new ArrayList<>();
    private final List<Consumer<PageContext>> extensions = new ArrayList<>();
    private Optional<Path> root = Optional.empty();
    private String query = "";
    private Duration timeout = Duration.ofMinutes(5);
    private Consumer<ConsoleMessage> console = message -> System.out.println(message.text());

    private Optional<Consumer<PageError>> errors = Optional.empty();

    private Builder(String page, DocumentHost.Installer document) {
      this.page = page;
      this.document = document;
    }

    /** Sets the folder behind the page's origin. */
    public Builder root(Path folder) {
      root = Optional.of(folder);
      return this;
    }

    /** Sets the query, with or without the question mark. */
    public Builder query(String text) {
      query = text;
      return this;
    }

    /** Lays a folder or file over a path of the page's origin. */
    public Builder mount(String path, Path target) {
      mounts.put(path, target);
      return this;
    }

    /** Has requests to the page's origin answered by code before files are looked for. */
    public Builder handler(ResourceHandler answers) {
      handler = answers;
      return this;
    }

    /** Lets a folder or file stand for part of another origin. */
    public Builder map(String urlPrefix, Path target) {
      maps.put(urlPrefix, target);
      return this;
    }

    /** Allows the network for a host. */
    public Builder allowHost(String host) {
      allowedHosts.add(host);
      return this;
    }

    /** Sets how long the page may take in all. */
    public Builder timeout(Duration limit) {
      timeout = limit;
      return this;
    }

    /** Adds a click. */
    public Builder click(String selector) {
      clicks.add(selector);
      return this;
    }

    /** Sets where the console goes. */
    public Builder console(Consumer<ConsoleMessage> sink) {
      console = sink;
      return this;
    }

    /**
     * Sets who hears of what the page did not deal with, as it happens; without this it is shown on
     * the console.
     */
    public Builder errors(Consumer<PageError> listener) {
      errors = Optional.of(listener);
      return this;
    }

    /** Adds to the page's globals before any script runs. */
    public Builder extension(Consumer<PageContext> hook) {
      extensions.add(hook);
      return this;
    }

    /** The options. */
    public PageOptions build() {
      return new PageOptions(
          page,
          root,
          query,
          mounts,
          handler,
          maps,
          allowedHosts,
          timeout,
          clicks,
          console,
          errors.orElse(error -> console.accept(onConsole(error))),
          document,
          extensions);
    }
  }
}
