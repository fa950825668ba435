package dev.webnn4j.backend.java.kernel.x64;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether this process can run kernels in machine code, and which. */
public final class X64 {
  private static final String ISA_PROPERTY = "webnn.isa";

  private X64() {}

  /** Whether machine code can be run. */
  sealed interface Support {
    /** It can, with instruction sets up to this one. */
    record Present(Isa isa) implements Support {}

    record Absent(String reason) implements Support {}
  }

  /** What the machine and the JVM let us do, found once. */
  private static final class Detected {
    static final Support SUPPORT = detect();
  }

  /**
   * Why machine code cannot be used here, or nothing.
   *
   * @throws IllegalArgumentException if {@code webnn.isa} names no instruction set
   */
  public static Optional<String> obstacle() {
    return switch (wanted()) {
      case Support.Present _ -> Optional.empty();
      case Support.Absent(String reason) -> Optional.of(reason);
    };
  }

  /**
   * The instruction set to write kernels for: the widest there is, or {@code
   * -Dwebnn.isa=avx2|avx512}.
   *
   * @throws IllegalStateException if there is an {@link #obstacle}
   * @throws IllegalArgumentException if {@code webnn.isa} names no instruction set
   */
  public static Isa isa() {
    return present(wanted());
  }

  /** The instruction sets that this process can run; none if it can run no machine code. */
  public static List<Isa> available() {
    return switch (Detected.SUPPORT) {
      case Support.Present(Isa widest) ->
          Arrays.stream(Isa.values()).filter(isa -> isa.compareTo(widest) <= 0).toList();
      case Support.Absent _ -> List.of();
    };
  }

  /**
   * @throws IllegalStateException if this process cannot run an instruction set
   */
  public static void require(Isa isa) {
    present(choose(Detected.SUPPORT, isa.name()));
  }

  /** What the tier is made of, for reports: avx2 or avx512. */
  public static String isaName() {
    return isa().name().toLowerCase(Locale.ROOT);
  }

  private static Support wanted() {
    return choose(Detected.SUPPORT, System.getProperty(ISA_PROPERTY, ""));
  }

  private static Isa present(Support support) {
    return switch (support) {
      case Support.Present(Isa isa) -> isa;
      case Support.Absent(String reason) -> throw new IllegalStateException(reason);
    };
  }

  /**
   * Narrows what there is to what is wanted.
   *
   * @param wanted the name of an instruction set, or nothing for the widest
   */
  static Support choose(Support support, String wanted) {
    if (wanted.isEmpty()) {
      return support;
    }
    Isa isa = parse(wanted);
    return switch (support) {
      case Support.Present(Isa widest) when isa.compareTo(widest) > 0 ->
          new Support.Absent("the processor lacks " + isa + ", which " + ISA_PROPERTY + " names");
      case Support.Present _ -> new Support.Present(isa);
      case Support.Absent absent -> absent;
    };
  }

  private static Isa parse(String name) {
    return Arrays.stream(Isa.values())
        .filter(isa -> isa.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    ISA_PROPERTY
                        + " is '"
                        + name
                        + "'; it can be "
                        + Arrays.toString(Isa.values()).toLowerCase(Locale.ROOT)));
  }

  private static Support detect() {
    String architecture = System.getProperty("os.arch", "");
    if (!architecture.equals("amd64") && !architecture.equals("x86_64")) {
      return new Support.Absent("the processor is " + architecture + ", not x86-64");
    }
    try {
      // Asks for native access here: refused in a static initializer it would be another exception.
      MemorySegment _ = MemorySegment.NULL.reinterpret(1);
      return support(Cpu.detect());
    } catch (ExecutableMemory.Refused refused) {
      return new Support.Absent(refused.getMessage());
    } catch (IllegalCallerException noNativeAccess) {
      return new Support.Absent("Java was started without --enable-native-access for this module");
    }
  }

  /** What a processor can. */
  static Support support(Cpu cpu) {
    if (!cpu.hasAvx2()) {
      return new Support.Absent("the processor lacks AVX2 or FMA");
    }
    return new Support.Present(cpu.hasAvx512() ? Isa.AVX512 : Isa.AVX2);
  }
}
