package dev.webnn4j.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code webnn --version} prints. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(WebnnCommand.class.getPackage().getImplementationVersion())
            .or(
                () ->
                    Optional.ofNullable(WebnnCommand.class.getModule().getDescriptor())
                        .flatMap(descriptor -> descriptor.rawVersion()))
            .orElse("(not packaged)");
    return new String[] {
      "webnn " + version,
      "Java "
          + Runtime.version()
          + ", "
          + System.getProperty("os.name")
          + " "
          + System.getProperty("os.arch")
    };
  }
}
