package dev.webnn4j.backend.java.report;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.plan.ExecutionPlan;
import dev.webnn4j.backend.java.plan.Step;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.spi.StepProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the engine writes into its {@link VerboseLog}. */
public final class VerboseReport {
  private final VerboseLog log;

  public VerboseReport(VerboseLog log) {
    this.log = log;
  }

  /** Whether runs are to be told of step by step. */
  public boolean tellsOfSteps() {
    return log.tells(VerboseTopic.EXEC);
  }

  /**
   * What everything below was done with, and the names of the columns: once for each context.
   *
   * @param unused the tiers above the fastest one, with the reason why they are not used
   */
  public void header(int threads, Tier fastest, Map<Tier, String> unused) {
    if (log.isSilent()) {
      return;
    }
    log.info("version", version(), "java", Runtime.version());
    log.info("cpu", Machine.cpu(), "cores", Runtime.getRuntime().availableProcessors());
    log.info("threads", threads);
    log.info("tier", name(fastest));
    unused.forEach((tier, reason) -> log.info("tier", name(tier), "not used", reason));
    log.info(
        "columns",
        "webnn,exec,step,kernel,tier,shapes,layout,precision,threads,time_ms,operator,layer");
    log.info("columns", "webnn,dispatch,step,operator,layer,refusal");
  }

  private static String version() {
    return Optional.ofNullable(VerboseReport.class.getPackage().getImplementationVersion())
        .or(
            () ->
                Optional.ofNullable(VerboseReport.class.getModule().getDescriptor())
                    .flatMap(descriptor -> descriptor.rawVersion()))
        .orElse("(not packaged)");
  }

  /** What a pass did. */
  public void pass(String name, Graph before, Graph after, long nanoseconds) {
    log.line(
        VerboseTopic.COMPILE,
        "pass",
        name,
        "nodes",
        before.nodes().size(),
        after.nodes().size(),
        "ms",
        milliseconds(nanoseconds));
  }

  /** What the passes' graph became. */
  public void plan(ExecutionPlan plan, long nanoseconds) {
    Map<Tier, Long> tiers =
        plan.steps().stream()
            .collect(Collectors.groupingBy(step -> step.choice().tier(), Collectors.counting()));
    log.line(
        VerboseTopic.COMPILE,
        "plan",
        "steps",
        plan.steps().size(),
        Arrays.stream(Tier.values())
            .filter(tiers::containsKey)
            .map(tier -> name(tier) + "=" + tiers.get(tier))
            .collect(Collectors.joining(" ")),
        "ms",
        milliseconds(nanoseconds));
    log.line(
        VerboseTopic.COMPILE,
        "memory",
        "planned",
        plan.memory().size(),
        "unshared",
        plan.memory().unshared(),
        "packed and scratch",
        plan.kernelBytes(),
        "constants",
        plan.constantBytes(),
        "bytes");
    for (int i = 0; i < plan.steps().size(); i++) {
      Step step = plan.steps().get(i);
      for (String refusal : step.choice().refusals()) {
        log.line(
            VerboseTopic.DISPATCH, i, step.node().operator().name(), step.node().label(), refusal);
      }
    }
  }

  /** What a step took. */
  public void step(StepProfile step) {
    log.line(
        VerboseTopic.EXEC,
        step.step(),
        step.kernel(),
        step.tier(),
        shapes(step.inputs()) + "->" + shapes(step.outputs()),
        step.layout(),
        step.precision(),
        step.threads(),
        milliseconds(step.nanoseconds()),
        step.operator(),
        step.layer());
  }

  private static String shapes(List<MLOperandDescriptor> types) {
    Function<MLOperandDescriptor, String> shape =
        type ->
            type.rank() == 0
                ? "scalar"
                : type.shape().toList().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining("x"));
    return types.stream().map(shape).collect(Collectors.joining(":"));
  }

  private static String milliseconds(long nanoseconds) {
    return String.format(Locale.ROOT, "%.4f", nanoseconds / 1e6);
  }

  private static String name(Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }
}
