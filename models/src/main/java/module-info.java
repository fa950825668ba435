/** Model files for WebNN4J. */
module dev.webnn4j.models {
  requires transitive dev.webnn4j.api;
  requires com.fasterxml.jackson.core;

  exports dev.webnn4j.models;
  exports dev.webnn4j.models.json;
}
