package dev.webnn4j.cli.wpt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.webnn4j.cli.wpt.PageOutcome.Subtest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The results as the test project's own tools read them (wptreport.json). As there, {@code
 * expected} is written only where a status is not what was expected.
 *
 * @param version of the program that ran the tests
 * @param revision of the tests
 */
record WptReport(
    List<Judgement> judgements,
    Expectations expectations,
    String version,
    Optional<String> revision) {

  /** Writes a file. */
  void write(Path file, Instant started, Instant ended) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      writeRunInfo(json);
      json.writeNumberField("time_start", started.toEpochMilli());
      json.writeNumberField("time_end", ended.toEpochMilli());
      json.writeArrayFieldStart("results");
      for (Judgement judgement : judgements) {
        writePage(json, judgement.outcome());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void writeRunInfo(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("run_info");
    json.writeStringField("product", "webnn4j");
    json.writeStringField("browser_version", version);
    if (revision.isPresent()) {
      json.writeStringField("revision", revision.get());
    }
    json.writeStringField("os", osName());
    json.writeStringField("os_version", System.getProperty("os.version", ""));
    json.writeStringField("processor", System.getProperty("os.arch", ""));
    json.writeBooleanField("debug", false);
    json.writeEndObject();
  }

  private static String osName() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "mac" : name.startsWith("win") ? "win" : name;
  }

  private void writePage(JsonGenerator json, PageOutcome outcome) throws IOException {
    json.writeStartObject();
    json.writeStringField("test", outcome.page().id());
    json.writeStringField("status", outcome.status().name());
    writeMessage(json, outcome.message());
    if (outcome.status() != HarnessStatus.OK) {
      json.writeStringField("expected", HarnessStatus.OK.name());
    }
    json.writeNumberField("duration", outcome.duration().toMillis());
    json.writeArrayFieldStart("subtests");
    for (Subtest test : outcome.subtests()) {
      writeSubtest(json, outcome.page(), test);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("known_intermittent");
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeSubtest(JsonGenerator json, TestPage page, Subtest test) throws IOException {
    boolean shouldFail = expectations.reason(page, test.name()).isPresent();
    json.writeStartObject();
    json.writeStringField("name", test.name());
    json.writeStringField("status", test.status().name());
    writeMessage(json, test.message());
    if (test.passed() == shouldFail) {
      json.writeStringField("expected", (shouldFail ? TestStatus.FAIL : TestStatus.PASS).name());
    }
    json.writeArrayFieldStart("known_intermittent");
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeMessage(JsonGenerator json, String message) throws IOException {
    if (message.isEmpty()) {
      json.writeNullField("message");
    } else {
      json.writeStringField("message", message);
    }
  }
}
