package dev.webnn4j.backend.java.kernel.x64.asm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One instruction in Intel's syntax, as the call of the {@link Assembler} that writes it. */
final class AssemblyText {
  private static final Pattern ADDRESS =
      Pattern.compile("(\\w+)(?:\\+(\\w+)\\*([1248]))?([+-]\\d+)?");
  private static final List<String> INTS =
      List.of(
          "eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi", "r8d", "r9d", "r10d", "r11d",
          "r12d", "r13d", "r14d", "r15d");

  /** What as names by the type of the lanes, where the bits are the same. */
  private static final Map<String, String> SAME_BITS = Map.of("vpandd", "vandps", "vpord", "vorps");

  private final String mnemonic;

  /** Of type Gp, Vec, Opmask, Mem or Integer; a mask stands before what follows it. */
  private final List<Object> operands = new ArrayList<>();

  AssemblyText(String text) {
    String[] parts = text.replaceFirst("^\\{\\w+} ", "").split(" ", 2);
    mnemonic = parts[0];
    if (parts.length == 2) {
      for (String operand : parts[1].split(", ", -1)) {
        addOperand(operand);
      }
    }
  }

  private void addOperand(String text) {
    Matcher decorated = Pattern.compile("(.*?)(?:\\{k([1-7])}(\\{z})?)?").matcher(text);
    if (!decorated.matches()) {
      throw new AssertionError(text);
    }
    operands.add(operand(decorated.group(1)));
    if (decorated.group(2) != null) {
      boolean zeroes = decorated.group(3) != null;
      boolean loads = operands.getLast() instanceof Vec;
      if (mnemonic.equals("vmovups") && zeroes != loads) {
        throw new AssertionError("a load zeroes, a store cannot: " + text);
      }
      operands.add(new Opmask(Integer.parseInt(decorated.group(2))));
    }
  }

  private static Object operand(String text) {
    int bracket = text.indexOf('[');
    if (bracket >= 0) {
      return memory(text.substring(bracket + 1, text.indexOf(']')), text.endsWith("{1to16}"));
    }
    if (text.matches("[xyz]mm\\d+")) {
      int number = Integer.parseInt(text.substring(3));
      // The lowest lane alone is written likewise whatever the width.
      return text.startsWith("z") ? Vec.zmm(number) : Vec.ymm(number);
    }
    if (text.matches("k[0-7]")) {
      return new Opmask(Integer.parseInt(text.substring(1)));
    }
    if (INTS.contains(text)) {
      int number = INTS.indexOf(text);
      return Arrays.stream(Gp.values())
          .filter(gp -> gp.number() == number)
          .findFirst()
          .orElseThrow();
    }
    return text.matches("-?\\d+") ? (Object) Integer.valueOf(text) : register(text);
  }

  private static Gp register(String name) {
    return Gp.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Mem memory(String text, boolean broadcast) {
    Matcher address = ADDRESS.matcher(text);
    if (!address.matches()) {
      throw new AssertionError(text);
    }
    Optional<String> index = Optional.ofNullable(address.group(2));
    Optional<String> displacement = Optional.ofNullable(address.group(4));
    Mem memory = register(address.group(1)).at(displacement.map(Long::parseLong).orElse(0L));
    if (index.isPresent()) {
      memory = memory.plus(register(index.get()), Integer.parseInt(address.group(3)));
    }
    return broadcast ? memory.broadcasted() : memory;
  }

  /** The method of the Assembler, with the types of its parameters. */
  String form() {
    if (mnemonic.startsWith("cmov")) {
      return "cmov(Condition, " + types() + ")";
    }
    if (List.of("vxorps", "vpxord").contains(mnemonic)) {
      // Taken for nothing but this.
      return "zero(Vec)";
    }
    String name = SAME_BITS.getOrDefault(mnemonic, mnemonic);
    String types = mnemonic.equals("vcmpps") ? types().replace("int", "Predicate") : types();
    return name + "(" + types + ")";
  }

  private Predicate predicate() {
    return value(3) == 1 ? Predicate.LESS : Predicate.UNORDERED;
  }

  private String types() {
    return operands.stream()
        .map(operand -> operand instanceof Integer ? "int" : operand.getClass().getSimpleName())
        .collect(Collectors.joining(", "));
  }

  /** Has it written. */
  void write(Assembler a) {
    switch (form()) {
      case "push(Gp)" -> a.push(gp(0));
      case "pop(Gp)" -> a.pop(gp(0));
      case "call(Gp)" -> a.call(gp(0));
      case "ret()" -> a.ret();
      case "vzeroupper()" -> a.vzeroupper();
      case "cpuid()" -> a.cpuid();
      case "xgetbv()" -> a.xgetbv();
      case "mov(Gp, Gp)" -> a.mov(gp(0), gp(1));
      case "mov(Gp, Mem)" -> a.mov(gp(0), mem(1));
      case "mov(Mem, Gp)" -> a.mov(mem(0), gp(1));
      case "mov(Gp, int)" -> a.mov(gp(0), value(1));
      case "lea(Gp, Mem)" -> a.lea(gp(0), mem(1));
      case "add(Gp, Gp)" -> a.add(gp(0), gp(1));
      case "add(Gp, int)" -> a.add(gp(0), value(1));
      case "add(Gp, Mem)" -> a.add(gp(0), mem(1));
      case "sub(Gp, int)" -> a.sub(gp(0), value(1));
      case "sub(Mem, int)" -> a.sub(mem(0), value(1));
      case "neg(Gp)" -> a.neg(gp(0));
      case "cmp(Gp, int)" -> a.cmp(gp(0), value(1));
      case "test(Gp, Gp)" -> a.test(gp(0), gp(1));
      case "imul(Gp, Gp, int)" -> a.imul(gp(0), gp(1), value(2));
      case "cmov(Condition, Gp, Mem)" -> a.cmov(condition(), gp(0), mem(1));
      case "vmovaps(Vec, Vec)" -> a.vmovaps(vec(0), vec(1));
      case "vmovups(Vec, Mem)" -> a.vmovups(vec(0), mem(1));
      case "vmovups(Mem, Vec)" -> a.vmovups(mem(0), vec(1));
      case "vmovups(Vec, Opmask, Mem)" -> a.vmovups(vec(0), mask(1), mem(2));
      case "vmovups(Mem, Opmask, Vec)" -> a.vmovups(mem(0), mask(1), vec(2));
      case "vmaskmovps(Vec, Vec, Mem)" -> a.vmaskmovps(vec(0), vec(1), mem(2));
      case "vmaskmovps(Mem, Vec, Vec)" -> a.vmaskmovps(mem(0), vec(1), vec(2));
      case "vmovss(Vec, Mem)" -> a.vmovss(vec(0), mem(1));
      case "vmovss(Mem, Vec)" -> a.vmovss(mem(0), vec(1));
      case "vbroadcastss(Vec, Mem)" -> a.vbroadcastss(vec(0), mem(1));
      case "vfmadd231ps(Vec, Vec, Vec)" -> a.vfmadd231ps(vec(0), vec(1), vec(2));
      case "vfmadd231ps(Vec, Vec, Mem)" -> a.vfmadd231ps(vec(0), vec(1), mem(2));
      case "vaddps(Vec, Vec, Vec)" -> a.vaddps(vec(0), vec(1), vec(2));
      case "vaddps(Vec, Vec, Mem)" -> a.vaddps(vec(0), vec(1), mem(2));
      case "vsubps(Vec, Vec, Vec)" -> a.vsubps(vec(0), vec(1), vec(2));
      case "vmulps(Vec, Vec, Vec)" -> a.vmulps(vec(0), vec(1), vec(2));
      case "vdivps(Vec, Vec, Vec)" -> a.vdivps(vec(0), vec(1), vec(2));
      case "vmaxps(Vec, Vec, Vec)" -> a.vmaxps(vec(0), vec(1), vec(2));
      case "vminps(Vec, Vec, Vec)" -> a.vminps(vec(0), vec(1), vec(2));
      case "vaddps(Vec, Opmask, Vec, Vec)" -> a.vaddps(vec(0), mask(1), vec(2), vec(3));
      case "vmovaps(Vec, Opmask, Vec)" -> a.vmovaps(vec(0), mask(1), vec(2));
      case "vandps(Vec, Vec, Vec)" -> a.vandps(vec(0), vec(1), vec(2));
      case "vorps(Vec, Vec, Vec)" -> a.vorps(vec(0), vec(1), vec(2));
      case "vpermi2ps(Vec, Vec, Mem)" -> a.vpermi2ps(vec(0), vec(1), mem(2));
      case "vpermps(Vec, Vec, Mem)" -> a.vpermps(vec(0), vec(1), mem(2));
      case "vpaddd(Vec, Vec, Vec)" -> a.vpaddd(vec(0), vec(1), vec(2));
      case "vcmpps(Opmask, Vec, Vec, Predicate)" -> a.vcmpps(mask(0), vec(1), vec(2), predicate());
      case "vcmpps(Vec, Vec, Vec, Predicate)" -> a.vcmpps(vec(0), vec(1), vec(2), predicate());
      case "vblendvps(Vec, Vec, Vec, Vec)" -> a.vblendvps(vec(0), vec(1), vec(2), vec(3));
      case "zero(Vec)" -> a.zero(vec(0));
      case "kmovw(Opmask, Mem)" -> a.kmovw(mask(0), mem(1));
      default -> throw new AssertionError("no test for " + form());
    }
  }

  private Condition condition() {
    String suffix = mnemonic.substring("cmov".length());
    return Arrays.stream(Condition.values())
        .filter(condition -> suffix(condition).equals(suffix))
        .findFirst()
        .orElseThrow();
  }

  private static String suffix(Condition condition) {
    return switch (condition) {
      case EQUAL -> "e";
      case NOT_EQUAL -> "ne";
      case NEGATIVE -> "s";
      case LESS -> "l";
      case GREATER -> "g";
    };
  }

  private Gp gp(int i) {
    return (Gp) operands.get(i);
  }

  private Vec vec(int i) {
    return (Vec) operands.get(i);
  }

  private Mem mem(int i) {
    return (Mem) operands.get(i);
  }

  private Opmask mask(int i) {
    return (Opmask) operands.get(i);
  }

  private int value(int i) {
    return (Integer) operands.get(i);
  }
}
