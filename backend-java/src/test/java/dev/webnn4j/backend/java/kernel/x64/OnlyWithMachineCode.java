package dev.webnn4j.backend.java.kernel.x64;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/**
 * Skips a property, and says why, where machine code cannot be run. An assumption in each try would
 * end as a property without tries, which jqwik takes for a failure. It stands beside its tests
 * since jqwik makes it, and may do so in the packages of tests only.
 */
final class OnlyWithMachineCode implements SkipExecutionHook {
  @Override
  public SkipResult shouldBeSkipped(LifecycleContext context) {
    return X64.obstacle()
        .map(reason -> SkipResult.skip("no machine code: " + reason))
        .orElseGet(SkipResult::doNotSkip);
  }
}
