package dev.webnn4j.js.web;

/** The kind of global object that scripts run under. */
public enum GlobalScope {
  WINDOW("Window"),
  DEDICATED_WORKER("DedicatedWorkerGlobalScope"),
  SHARED_WORKER("SharedWorkerGlobalScope"),
  SERVICE_WORKER("ServiceWorkerGlobalScope");

  private final String interfaceName;

  GlobalScope(String interfaceName) {
    this.interfaceName = interfaceName;
  }

  /** The interface that the global object is an instance of. */
  public String interfaceName() {
    return interfaceName;
  }
}
