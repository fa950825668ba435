package dev.webnn4j.backend.java.kernel.x64;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether this process can run kernels in machine code, and which. */
public final class X64 {
  private static final String ISA_PROPERTY = "webnn.isa";

  private X64() {}

  /** The answer, found once. */
  private sealed interface Support {
    record Present(Isa isa) implements Support {}

    record Absent(String reason) implements Support {}
  }

  private static final class Detected {
    static final Support SUPPORT = detect();
  }

  /** Why machine code cannot be used here, or nothing. */
  public static Optional<String> obstacle() {
    return switch (Detected.SUPPORT) {
      case Support.Present _ -> Optional.empty();
      case Support.Absent(String reason) -> Optional.of(reason);
    };
  }

  /** The instruction set to write kernels for; the machine has it. */
  static Isa isa() {
    return switch (Detected.SUPPORT) {
      case Support.Present(Isa isa) -> isa;
      case Support.Absent(String reason) -> throw new IllegalStateException(reason);
    };
  }

  /** What the tier is made of, for reports: avx2 or avx512. */
  public static String isaName() {
    return isa().name().toLowerCase(Locale.ROOT);
  }

  private static Support detect() {
    String architecture = System.getProperty("os.arch", "");
    if (!architecture.equals("amd64") && !architecture.equals("x86_64")) {
      return new Support.Absent("the processor is " + architecture + ", not x86-64");
    }
    try {
      Cpu cpu = Cpu.detect();
      if (!cpu.hasAvx2()) {
        return new Support.Absent("the processor lacks AVX2 or FMA");
      }
      Isa best = cpu.hasAvx512() ? Isa.AVX512 : Isa.AVX2;
      Isa wanted = wanted().orElse(best);
      return wanted.compareTo(best) <= 0
          ? new Support.Present(wanted)
          : new Support.Absent(
              "the processor lacks " + wanted + ", which " + ISA_PROPERTY + " asks for");
    } catch (ExecutableMemory.Refused refused) {
      return new Support.Absent(refused.getMessage());
    } catch (IllegalCallerException noNativeAccess) {
      return new Support.Absent("Java was started without --enable-native-access for this module");
    }
  }

  /** {@code -Dwebnn.isa=avx2|avx512}. */
  private static Optional<Isa> wanted() {
    String name = System.getProperty(ISA_PROPERTY, "");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(Isa.values())
            .filter(isa -> isa.name().equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        ISA_PROPERTY
                            + " is '"
                            + name
                            + "'; it can be "
                            + Arrays.toString(Isa.values()).toLowerCase(Locale.ROOT))));
  }
}
