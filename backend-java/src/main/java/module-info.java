/**
 * The Java engine of WebNN4J, and the reference interpreter that its kernels are tested against.
 */
module dev.webnn4j.backend {
  requires dev.webnn4j.api;
  requires jdk.incubator.vector;

  provides dev.webnn4j.spi.BackendProvider with
      dev.webnn4j.backend.reference.ReferenceBackendProvider;
}
