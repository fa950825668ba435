/** Model files for WebNN4J. */
module dev.webnn4j.models {
  requires transitive dev.webnn4j.api;

  exports dev.webnn4j.models;
}
