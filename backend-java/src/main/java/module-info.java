/**
 * The Java engine of WebNN4J, and the reference interpreter that its kernels are tested against.
 */
module dev.webnn4j.backend {
  requires transitive dev.webnn4j.api;
  requires jdk.incubator.vector;

  exports dev.webnn4j.backend.java;
  exports dev.webnn4j.backend.java.exec;
  exports dev.webnn4j.backend.java.kernel;
  exports dev.webnn4j.backend.java.kernel.x64;
  exports dev.webnn4j.backend.java.op;
  exports dev.webnn4j.backend.java.pass;
  exports dev.webnn4j.backend.java.plan;
  exports dev.webnn4j.backend.java.report;
  exports dev.webnn4j.backend.reference;

  provides dev.webnn4j.spi.BackendProvider with
      dev.webnn4j.backend.java.JavaBackendProvider,
      dev.webnn4j.backend.reference.ReferenceBackendProvider;
}
