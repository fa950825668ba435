package dev.webnn4j;

import java.util.Objects;
import java.util.Optional;

/**
 * What a context should be like.
 *
 * @param accelerated whether to prefer an accelerator; there is only the CPU, so it changes nothing
 * @param threads how many threads compute at once; empty for the engine's choice, which is the
 *     machine's cores, or 1 for {@link MLPowerPreference#LOW_POWER}
 * @param extensions whether the operators and options of our own are there
 * @param backend the engine's name; empty for the best there is
 */
public record MLContextOptions(
    MLPowerPreference powerPreference,
    boolean accelerated,
    Optional<Integer> threads,
    boolean extensions,
    Optional<String> backend) {

  /** What {@link ML#createContext()} uses. */
  public static final MLContextOptions DEFAULT =
      new MLContextOptions(
          MLPowerPreference.DEFAULT,
          true,
          Optional.empty(),
          true,
          Optional.ofNullable(System.getProperty("webnn.backend")));

  public MLContextOptions {
    Objects.requireNonNull(powerPreference, "powerPreference");
    threads.ifPresent(
        count -> {
          if (count < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + count);
          }
        });
  }

  public MLContextOptions powerPreference(MLPowerPreference preference) {
    return new MLContextOptions(preference, accelerated, threads, extensions, backend);
  }

  public MLContextOptions accelerated(boolean preferred) {
    return new MLContextOptions(powerPreference, preferred, threads, extensions, backend);
  }

  public MLContextOptions threads(int count) {
    return new MLContextOptions(
        powerPreference, accelerated, Optional.of(count), extensions, backend);
  }

  public MLContextOptions extensions(boolean present) {
    return new MLContextOptions(powerPreference, accelerated, threads, present, backend);
  }

  public MLContextOptions backend(String name) {
    return new MLContextOptions(
        powerPreference, accelerated, threads, extensions, Optional.of(name));
  }
}
