package dev.webnn4j.backend.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One data-driven test of web-platform-tests: a graph, its inputs and what it must compute.
 *
 * @param inputs by name, constants too
 * @param metric what {@code tolerance} counts: ULP or ATOL
 */
record ConformanceCase(
    String name,
    SequencedMap<String, TensorData> inputs,
    List<OperatorCall> calls,
    SequencedMap<String, TensorData> outputs,
    String metric,
    double tolerance) {

  /**
   * One operator of the graph.
   *
   * @param arguments the values given by position, in order
   * @param options the options dictionary; empty if none is given
   */
  record OperatorCall(
      String operator, List<JsonNode> arguments, Optional<JsonNode> options, List<String> results) {

    static OperatorCall of(JsonNode json) {
      List<JsonNode> arguments = new ArrayList<>();
      Optional<JsonNode> options = Optional.empty();
      for (JsonNode argument : json.get("args")) {
        // Mostly one member an argument, but here and there several.
        for (var member : argument.properties()) {
          if (member.getKey().equals("options")) {
            options = Optional.of(member.getValue());
          } else {
            arguments.add(member.getValue());
          }
        }
      }
      List<String> results = new ArrayList<>();
      JsonNode out = json.get("out");
      if (out.isArray()) {
        out.forEach(name -> results.add(name.textValue()));
      } else {
        results.add(out.textValue());
      }
      return new OperatorCall(json.get("op").textValue(), arguments, options, results);
    }
  }

  static ConformanceCase of(JsonNode json) {
    List<OperatorCall> calls = new ArrayList<>();
    json.get("ops").forEach(call -> calls.add(OperatorCall.of(call)));
    JsonNode tolerance = json.get("tol");
    return new ConformanceCase(
        json.get("name").textValue(),
        tensors(json.get("inputs")),
        calls,
        tensors(json.get("outputs")),
        tolerance.get("metric").textValue(),
        tolerance.get("value").doubleValue());
  }

  private static SequencedMap<String, TensorData> tensors(JsonNode json) {
    SequencedMap<String, TensorData> tensors = new LinkedHashMap<>();
    json.properties()
        .forEach(member -> tensors.put(member.getKey(), TensorData.of(member.getValue())));
    return tensors;
  }
}
