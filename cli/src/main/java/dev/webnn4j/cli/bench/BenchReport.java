package dev.webnn4j.cli.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.webnn4j.MLOperandDescriptor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a benchmark found.
 *
 * @param heapBytes of Java heap that one run allocates
 * @param peakBytes of memory that the process had at most
 */
record BenchReport(
    Model.Description model,
    int threads,
    WarmUp warmUp,
    Measurement measurement,
    long heapBytes,
    Optional<Long> peakBytes) {

  /** What is known before anything has run. */
  static void printModel(Model.Description model, int threads, PrintWriter out) {
    out.printf(
        "model: %s (%s, %s MB of weights)%n",
        model.file(),
        Numbers.count(model.nodes(), "operation"),
        Numbers.megabytes(model.weightBytes()));
    model.inputs().forEach((name, type) -> out.println("input: " + name + " " + type));
    model.outputs().forEach((name, type) -> out.println("output: " + name + " " + type));
    out.printf("engine: %s, %s%n", model.engine(), Numbers.count(threads, "thread"));
    out.printf(
        "compile: %s ms, after %s ms of reading files%n",
        Numbers.milliseconds(model.compiling().toNanos()),
        Numbers.milliseconds(model.reading().toNanos()));
    out.flush();
  }

  /** What the runs showed. */
  void printResults(PrintWriter out) {
    Latency latency = Latency.of(measurement.runs());
    out.printf(
        "measured: %s in %s s, %s a second%n",
        Numbers.count(measurement.runs().size(), "run"),
        Numbers.seconds(measurement.nanos()),
        Numbers.digits(measurement.runsPerSecond()));
    out.printf(
        "ms a run: median %s, mean %s, min %s, p90 %s, p95 %s, p99 %s, max %s%n",
        Numbers.milliseconds(latency.median()),
        Numbers.milliseconds(latency.mean()),
        Numbers.milliseconds(latency.min()),
        Numbers.milliseconds(latency.p90()),
        Numbers.milliseconds(latency.p95()),
        Numbers.milliseconds(latency.p99()),
        Numbers.milliseconds(latency.max()));
    out.printf("memory: %d bytes of Java heap allocated a run", heapBytes);
    peakBytes.ifPresent(
        bytes -> out.printf("; the process had %s MB at most", Numbers.megabytes(bytes)));
    out.println();
    if (latency.varies()) {
      out.println(
          "note: the slowest tenth of the runs took %.1f times the median or more; is the machine busy?"
              .formatted((double) latency.p90() / (double) latency.median()));
    }
    out.flush();
  }

  /** The same for programs. */
  void writeJson(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("model", model.file().toString());
      json.writeNumberField("operations", model.nodes());
      json.writeNumberField("weightBytes", model.weightBytes());
      writeTypes(json, "inputs", model.inputs());
      writeTypes(json, "outputs", model.outputs());
      json.writeStringField("engine", model.engine());
      json.writeNumberField("threads", threads);
      json.writeNumberField("readMs", Numbers.toMilliseconds(model.reading().toNanos()));
      json.writeNumberField("compileMs", Numbers.toMilliseconds(model.compiling().toNanos()));
      writeWarmUp(json);
      json.writeNumberField("runs", measurement.runs().size());
      json.writeNumberField("seconds", Numbers.toSeconds(measurement.nanos()));
      json.writeNumberField("runsPerSecond", measurement.runsPerSecond());
      writeLatency(json, Latency.of(measurement.runs()));
      json.writeNumberField("heapBytesPerRun", heapBytes);
      if (peakBytes.isPresent()) {
        json.writeNumberField("peakMemoryBytes", peakBytes.orElseThrow());
      }
      json.writeEndObject();
    }
  }

  private static void writeTypes(
      JsonGenerator json, String member, Map<String, MLOperandDescriptor> types)
      throws IOException {
    json.writeObjectFieldStart(member);
    for (var type : types.entrySet()) {
      json.writeObjectFieldStart(type.getKey());
      json.writeStringField("dataType", type.getValue().dataType().idlName());
      json.writeFieldName("shape");
      int[] dims = type.getValue().shape().dims();
      json.writeArray(dims, 0, dims.length);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void writeWarmUp(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("warmUp");
    json.writeNumberField("runs", warmUp.runs());
    json.writeNumberField("seconds", Numbers.toSeconds(warmUp.nanos()));
    json.writeBooleanField("settled", warmUp.settled());
    json.writeNumberField("firstMs", Numbers.toMilliseconds(warmUp.firstNanos()));
    json.writeEndObject();
  }

  private static void writeLatency(JsonGenerator json, Latency latency) throws IOException {
    json.writeObjectFieldStart("latencyMs");
    json.writeNumberField("min", Numbers.toMilliseconds(latency.min()));
    json.writeNumberField("mean", Numbers.toMilliseconds(latency.mean()));
    json.writeNumberField("median", Numbers.toMilliseconds(latency.median()));
    json.writeNumberField("p90", Numbers.toMilliseconds(latency.p90()));
    json.writeNumberField("p95", Numbers.toMilliseconds(latency.p95()));
    json.writeNumberField("p99", Numbers.toMilliseconds(latency.p99()));
    json.writeNumberField("max", Numbers.toMilliseconds(latency.max()));
    json.writeEndObject();
  }
}
