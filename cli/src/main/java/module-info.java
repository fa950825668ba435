/** The webnn command. */
module dev.webnn4j.cli {
  requires dev.webnn4j.api;
  requires dev.webnn4j.js;
  requires com.fasterxml.jackson.core;
  requires info.picocli;
  requires java.desktop;
  requires java.management;

  opens dev.webnn4j.cli to
      info.picocli;
  opens dev.webnn4j.cli.wpt to
      info.picocli;
}
