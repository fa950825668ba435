/** The W3C Web Neural Network API in Java. */
module dev.webnn4j.api {
  exports dev.webnn4j;
  exports dev.webnn4j.graph;
  exports dev.webnn4j.op;
  exports dev.webnn4j.spi;

  uses dev.webnn4j.spi.BackendProvider;
}
