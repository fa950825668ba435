package dev.webnn4j.benchmarks.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.webnn4j.benchmarks.compare.Measurement;
import dev.webnn4j.benchmarks.compare.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The ratios for other programs: an array with an object for each model, peer and thread count. */
public final class JsonReport {
  private JsonReport() {}

  /** What no peer could run is not in it. */
  public static void write(List<Outcome> outcomes, Path file) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.useDefaultPrettyPrinter();
      json.writeStartArray();
      for (Outcome outcome : outcomes) {
        for (Measurement peer : outcome.peers()) {
          json.writeStartObject();
          json.writeStringField("model", outcome.model());
          json.writeStringField("ours", outcome.ours().contender());
          json.writeStringField("peer", peer.contender());
          json.writeNumberField("threads", outcome.threads());
          json.writeNumberField("oursMedianMs", outcome.ours().medianNanoseconds() / 1e6);
          json.writeNumberField("peerMedianMs", peer.medianNanoseconds() / 1e6);
          json.writeNumberField("ratio", outcome.ratio(peer).ofMedians());
          json.writeEndObject();
        }
      }
      json.writeEndArray();
    }
  }
}
