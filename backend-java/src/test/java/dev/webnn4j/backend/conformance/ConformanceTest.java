package dev.webnn4j.backend.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.webnn4j.backend.java.kernel.Tier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The data-driven tests of web-platform-tests, on each configuration. The data lies in {@code
 * ${webnn.testData}/wpt-vectors}; without it nothing runs, which the report says.
 */
final class ConformanceTest {
  /** Every configuration of an engine; the list to extend. */
  private static final List<Engine> ENGINES =
      List.of(
          PublicApiEngine.ofBackend("reference"),
          new TierEngine(Tier.SCALAR),
          new TierEngine(Tier.VECTOR),
          PublicApiEngine.java(Tier.SCALAR),
          PublicApiEngine.java(Tier.VECTOR),
          PublicApiEngine.java(Tier.X64));

  private static final Map<String, String> EXPECTED_FAILURES = ExpectedFailures.read();

  @TestFactory
  Stream<DynamicNode> vectors() {
    Path folder = Path.of(System.getProperty("webnn.testData", "../../shared/data"), "wpt-vectors");
    if (!Files.isDirectory(folder)) {
      String reason =
          "skipped: there are no conformance vectors in "
              + folder
              + "; -Dwebnn.testData=DIR says where they are";
      // The report of a skipped test keeps its reason to itself.
      System.out.println(reason);
      return Stream.of(DynamicTest.dynamicTest("no vectors", () -> Assumptions.abort(reason)));
    }
    return ENGINES.stream().map(engine -> onEngine(engine, folder));
  }

  private static DynamicNode onEngine(Engine engine, Path folder) {
    Summary summary = new Summary();
    Stream<DynamicNode> files =
        files(folder).stream()
            .map(
                file ->
                    DynamicContainer.dynamicContainer(
                        file.getFileName().toString(),
                        cases(file).stream()
                            .map(
                                test ->
                                    DynamicTest.dynamicTest(
                                        test.name(), () -> run(engine, test, summary)))));
    Stream<DynamicNode> end =
        Stream.of(DynamicTest.dynamicTest("summary", () -> summary.print(engine.name())));
    return DynamicContainer.dynamicContainer(engine.name(), Stream.concat(files, end));
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.getFileName().toString().startsWith("_"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<ConformanceCase> cases(Path file) {
    try {
      JsonNode json = new ObjectMapper().readTree(file.toFile());
      List<ConformanceCase> cases = new ArrayList<>();
      json.get("tests").forEach(test -> cases.add(ConformanceCase.of(test)));
      return cases;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void run(Engine engine, ConformanceCase test, Summary summary) {
    boolean listed = EXPECTED_FAILURES.containsKey(test.name());
    summary.unknown.remove(test.name());
    try {
      Map<String, MemorySegment> results = engine.run(test);
      results.forEach((name, data) -> Comparison.require(test, name, data));
    } catch (AssertionError wrong) {
      if (listed) {
        summary.listed++;
        return;
      }
      summary.failed++;
      throw wrong;
    } catch (RuntimeException failed) {
      summary.failed++;
      throw failed;
    }
    if (listed) {
      fail("passes, so strike it off expected-failures.txt: " + EXPECTED_FAILURES.get(test.name()));
    }
    summary.passed++;
  }

  /** What became of the cases. */
  private static final class Summary {
    private int passed;
    private int failed;
    private int listed;
    private final Set<String> unknown = new HashSet<>(EXPECTED_FAILURES.keySet());

    void print(String engine) {
      System.out.printf(
          "conformance, %s: %d passed, %d failed, %d failed as expected%n",
          engine, passed, failed, listed);
      assertTrue(passed > 0, "no case passed");
      assertTrue(unknown.isEmpty(), "expected-failures.txt lists what is no case: " + unknown);
    }
  }
}
