package dev.webnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherTest {
  private static final String COMPILER = "--upgrade-module-path=";

  @TempDir Path folder;
  private Launcher launcher;

  @BeforeEach
  void copy() throws IOException {
    launcher = new Launcher(Files.createDirectory(folder.resolve("a checkout")));
  }

  private Launcher.Ended runOn(String release, String jit)
      throws IOException, InterruptedException {
    Path jdk = launcher.fakeJdk("the jdk", release);
    return launcher.run(
        Map.of("WEBNN_JAVA_HOME", jdk.toString(), "WEBNN_JS_JIT", jit), "run", "a page");
  }

  private static boolean compiles(Launcher.Ended ended) {
    return ended.out().stream().anyMatch(option -> option.startsWith(COMPILER));
  }

  @Test
  void withoutAJdkOneSentenceSaysWhatToInstall() throws Exception {
    Launcher.Ended ended = launcher.run(Map.of(), "run", "page.html");
    assertEquals(
        List.of(
            "webnn: no JDK 25 or newer found; install one, or set WEBNN_JAVA_HOME to its folder"),
        ended.err());
    assertEquals(1, ended.code());
  }

  @Test
  void aJdkTooOldIsNamedWithItsRelease() throws Exception {
    Launcher.Ended ended = runOn("JAVA_VERSION=\"21.0.4\"\n", "1");
    assertEquals(
        List.of("webnn: WEBNN_JAVA_HOME is Java 21; JDK 25 or newer is needed"), ended.err());
    assertEquals(1, ended.code());
  }

  @Test
  void aFolderThatIsNoJdkIsNamed() throws Exception {
    Launcher.Ended ended =
        launcher.run(Map.of("WEBNN_JAVA_HOME", folder.toString()), "run", "page.html");
    assertEquals(
        List.of("webnn: WEBNN_JAVA_HOME is " + folder + ", where there is no bin/java"),
        ended.err());
    assertEquals(1, ended.code());
  }

  @Test
  void anOldJdkInJavaHomeIsPassedOver() throws Exception {
    Path old = launcher.fakeJdk("old", "JAVA_VERSION=\"17.0.1\"\n");
    launcher.fakeJdk(".jdks/new", "JAVA_VERSION=\"25.0.1\"\n");
    Launcher.Ended ended = launcher.run(Map.of("JAVA_HOME", old.toString()), "--version");
    assertEquals("--version", ended.out().getLast());
    assertEquals(List.of(), ended.err());
  }

  @Test
  void theCompilerIsForJdk25AndOnlyIfWanted() throws Exception {
    Launcher.Ended ended = runOn("JAVA_VERSION=\"25.0.3\"\n", "1");
    assertTrue(
        ended.out().contains(COMPILER + launcher.distribution().resolve("compiler")),
        ended.toString());
    assertTrue(ended.out().contains("-XX:+EnableJVMCI"), ended.toString());
    assertFalse(compiles(runOn("JAVA_VERSION=\"25.0.3\"\n", "0")));
    assertFalse(compiles(runOn("JAVA_VERSION=\"25.0.3\"\n", "")), "not unless asked for");
  }

  @Test
  void aGraalVmKeepsItsOwnCompiler() throws Exception {
    Launcher.Ended ended = runOn("GRAALVM_VERSION=\"25.0.1\"\nJAVA_VERSION=\"25.0.1\"\n", "1");
    assertFalse(compiles(ended), ended.toString());
    assertFalse(ended.out().contains("-XX:+EnableJVMCI"), ended.toString());
    assertEquals("a page", ended.out().getLast());
  }

  @Test
  void aNewerJdkInterprets() throws Exception {
    Launcher.Ended ended = runOn("JAVA_VERSION=\"26\"\n", "1");
    assertFalse(compiles(ended), ended.toString());
    assertFalse(ended.out().contains("-XX:+EnableJVMCI"), ended.toString());
    assertTrue(
        ended.out().contains("-Dpolyglot.engine.WarnInterpreterOnly=false"), ended.toString());
    assertEquals(0, ended.code());
  }

  @Test
  void argumentsAndOptionsArriveAsTheyAre() throws Exception {
    Path jdk = launcher.fakeJdk("jdk", "JAVA_VERSION=\"26\"\n");
    Launcher.Ended ended =
        launcher.run(
            Map.of("WEBNN_JAVA_HOME", jdk.toString(), "WEBNN_JAVA_OPTS", "-Xmx1g -Da=b"),
            "run",
            "a page",
            "--query",
            "");
    List<String> out = ended.out();
    assertTrue(out.containsAll(List.of("-Xmx1g", "-Da=b")), out.toString());
    assertEquals(
        List.of("dev.webnn4j.cli/dev.webnn4j.cli.Main", "run", "a page", "--query", ""),
        out.subList(out.indexOf("-m") + 1, out.size()));
    assertTrue(out.contains(launcher.distribution().resolve("lib").toString()), out.toString());
  }

  @Test
  void worksThroughALinkAndFromAnotherFolder() throws Exception {
    Path jdk = launcher.fakeJdk("jdk", "JAVA_VERSION=\"25\"\n");
    Path elsewhere = Files.createDirectory(folder.resolve("some where"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("my webnn"), launcher.script());
    Launcher.Ended ended =
        launcher.run(
            link, elsewhere, Map.of("WEBNN_JAVA_HOME", jdk.toString()), "run", "page.html");
    assertTrue(
        ended.out().contains(launcher.distribution().resolve("lib").toString()), ended.toString());
    assertEquals(0, ended.code());
  }

  @Test
  void withoutABuildAndWithoutMavenOneSentenceSaysWhatIsMissing() throws Exception {
    Path jdk = launcher.fakeJdk("jdk", "JAVA_VERSION=\"25\"\n");
    Files.delete(launcher.distribution().resolve("built"));
    Launcher.Ended ended =
        launcher.run(Map.of("WEBNN_JAVA_HOME", jdk.toString()), "run", "page.html");
    assertEquals(
        List.of("webnn: building needs Maven (mvn), which is not on the path; install it"),
        ended.err());
    assertEquals(1, ended.code());
  }
}
