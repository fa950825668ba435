/** The webnn command. */
module dev.webnn4j.cli {
  requires dev.webnn4j.api;
  requires dev.webnn4j.js;
  requires dev.webnn4j.models;
  requires com.fasterxml.jackson.core;
  requires info.picocli;
  requires java.desktop;
  requires java.management;
  requires jdk.management;

  opens dev.webnn4j.cli to
      info.picocli;
  opens dev.webnn4j.cli.bench to
      info.picocli;
  opens dev.webnn4j.cli.wpt to
      info.picocli;
}
