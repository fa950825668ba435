/** Examples of the Java API. They use what is public, and find the engine by its service. */
module dev.webnn4j.examples {
  requires dev.webnn4j.api;
  requires dev.webnn4j.models;
  requires java.desktop;
}
