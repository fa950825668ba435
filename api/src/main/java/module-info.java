/** The W3C Web Neural Network API in Java. */
module dev.webnn4j.api {
  exports dev.webnn4j;
}
