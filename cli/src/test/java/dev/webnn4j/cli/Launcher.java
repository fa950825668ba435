package dev.webnn4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A copy of the {@code webnn} script with a distribution that counts as built, so that it neither
 * starts Maven nor looks at this checkout.
 */
final class Launcher {
  /** How the script ended. */
  record Ended(int code, List<String> out, List<String> err) {}

  private final Path home;
  private final Path script;

  /**
   * @param home a new folder
   */
  Launcher(Path home) throws IOException {
    this.home = home;
    script = home.resolve("webnn");
    Path distribution = Files.createDirectories(home.resolve("cli/target/webnn"));
    Files.writeString(distribution.resolve("built"), "");
    Path checkout = Path.of(System.getProperty("webnn.home"));
    Files.copy(checkout.resolve("webnn"), script);
    // JDKs of the machine the tests run on must not be found.
    String text = Files.readString(checkout.resolve("launcher.sh"));
    for (String place : List.of("/usr/lib/jvm", "/Library/Java")) {
      if (!text.contains(place)) {
        throw new IllegalStateException("no launcher looks in " + place);
      }
      text = text.replace(place, home + "/nowhere");
    }
    Files.writeString(home.resolve("launcher.sh"), text);
  }

  Path script() {
    return script;
  }

  Path distribution() {
    return home.resolve("cli/target/webnn");
  }

  /** A folder like a JDK, whose java prints its arguments, one a line. */
  Path fakeJdk(String name, String release) throws IOException {
    Path jdk = home.resolve(name);
    Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
    Files.writeString(jdk.resolve("release"), release);
    executable(java, "for argument; do echo \"$argument\"; done");
    return jdk;
  }

  /** Starts the script, or a link to it, without anything of this machine's environment. */
  Ended run(Path start, Path folder, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("/bin/sh", start.toString()));
    line.addAll(List.of(arguments));
    Path out = Files.createTempFile(home, "out", "");
    Path err = Files.createTempFile(home, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Map<String, String> variables = builder.environment();
    variables.clear();
    // The tools of the system, of which java must not be one.
    variables.put("PATH", withoutJava().toString());
    variables.put("HOME", home.toString());
    variables.putAll(environment);
    int code = builder.start().waitFor();
    return new Ended(code, Files.readAllLines(out), Files.readAllLines(err));
  }

  Ended run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return run(script, home, environment, arguments);
  }

  private Path withoutJava() throws IOException {
    Path tools = home.resolve("tools");
    if (Files.isDirectory(tools)) {
      return tools;
    }
    Files.createDirectory(tools);
    for (String tool :
        List.of("cksum", "cut", "sed", "dirname", "readlink", "find", "head", "grep", "cat")) {
      for (String place : List.of("/usr/bin", "/bin")) {
        if (Files.exists(Path.of(place, tool))) {
          executable(tools.resolve(tool), "exec " + place + "/" + tool + " \"$@\"");
        }
      }
    }
    return tools;
  }

  private static void executable(Path file, String command) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + command + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + file + " executable");
    }
  }
}
