/** The WebNN API for JavaScript on GraalJS, and a headless host for web pages that use it. */
module dev.webnn4j.js {
  requires transitive dev.webnn4j.api;
  requires transitive org.graalvm.polyglot;
  requires org.jsoup;
  requires java.desktop;
  requires java.net.http;

  exports dev.webnn4j.js;
  exports dev.webnn4j.js.dom;
  exports dev.webnn4j.js.loop;
  exports dev.webnn4j.js.page;
  exports dev.webnn4j.js.resource;
  exports dev.webnn4j.js.web;
}
