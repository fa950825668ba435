package dev.webnn4j.cli.bench;

import dev.webnn4j.spi.StepProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a graph's time goes: a line for each step in the order of execution, with the median of
 * several profiled runs, then the sums by operator, kernel and tier; last, for each reason why a
 * faster tier was not taken, the steps that it concerns.
 */
public final class LayerTable {
  private final List<Row> rows = new ArrayList<>();
  private final double total;

  private record Row(StepProfile step, double milliseconds) {}

  /**
   * @param runs the steps of each profiled run of one graph
   * @throws IllegalArgumentException if there is no run, or they are of different graphs
   */
  public LayerTable(List<List<StepProfile>> runs) {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("a table of layers needs at least one profiled run");
    }
    List<StepProfile> first = runs.getFirst();
    for (List<StepProfile> run : runs) {
      if (!identities(run).equals(identities(first))) {
        throw new IllegalArgumentException("the profiled runs are of different graphs");
      }
    }
    for (int i = 0; i < first.size(); i++) {
      int step = i;
      long[] times = runs.stream().mapToLong(run -> run.get(step).nanoseconds()).toArray();
      rows.add(new Row(first.get(i), median(times) / 1e6));
    }
    total = rows.stream().mapToDouble(Row::milliseconds).sum();
  }

  private static List<String> identities(List<StepProfile> run) {
    return run.stream().map(s -> s.layer() + '\n' + s.operator() + '\n' + s.kernel()).toList();
  }

  private static double median(long[] times) {
    Arrays.sort(times);
    int middle = times.length / 2;
    return times.length % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2.0;
  }

  /** The table as text; each line ends with a line feed. */
  public String text() {
    Columns steps =
        new Columns(
            "step",
            ">ms",
            ">%",
            "operator",
            "kernel",
            "tier",
            "shape",
            "layout",
            ">threads",
            "layer");
    for (Row row : rows) {
      StepProfile step = row.step();
      steps.add(
          step.step(),
          milliseconds(row.milliseconds()),
          share(row.milliseconds()),
          step.operator(),
          step.kernel(),
          step.tier(),
          step.outputs().stream().map(Object::toString).collect(Collectors.joining(" ")),
          step.layout(),
          step.threads(),
          step.layer());
    }
    return steps.text()
        + "\n"
        + rows.size()
        + " steps, "
        + milliseconds(total)
        + " ms\n\n"
        + summary("operator", StepProfile::operator)
        + "\n"
        + summary("kernel", step -> step.tier() + " " + step.kernel())
        + "\n"
        + summary("tier", StepProfile::tier)
        + refusals();
  }

  private String refusals() {
    return rows.stream().allMatch(row -> row.step().refusals().isEmpty())
        ? ""
        : "\n" + summaryOfAll("not taken", StepProfile::refusals);
  }

  /** The time of the steps that have something in common, the longest first. */
  private String summary(String title, Function<StepProfile, String> key) {
    return summaryOfAll(title, key.andThen(List::of));
  }

  /** The same where a step may have several things in common with others, or none. */
  private String summaryOfAll(String title, Function<StepProfile, List<String>> keys) {
    SequencedMap<String, List<Row>> groups = new LinkedHashMap<>();
    for (Row row : rows) {
      keys.apply(row.step()).stream()
          .distinct()
          .forEach(key -> groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(row));
    }
    Columns columns = new Columns(title, ">steps", ">ms", ">%");
    groups.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, List<Row>> e) -> sum(e.getValue()))
                .reversed())
        .forEach(
            group -> {
              double time = sum(group.getValue());
              columns.add(group.getKey(), group.getValue().size(), milliseconds(time), share(time));
            });
    return columns.text();
  }

  private static double sum(List<Row> rows) {
    return rows.stream().mapToDouble(Row::milliseconds).sum();
  }

  private static String milliseconds(double time) {
    return String.format(Locale.ROOT, "%.3f", time);
  }

  private String share(double time) {
    return String.format(Locale.ROOT, "%.1f", total == 0 ? 0 : 100 * time / total);
  }
}
