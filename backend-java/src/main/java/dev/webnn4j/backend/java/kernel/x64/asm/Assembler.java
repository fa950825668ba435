package dev.webnn4j.backend.java.kernel.x64.asm;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the x86-64 instructions that kernels are made of, each as the processor manuals encode it.
 * Operands come in the manuals' order, the target first. Vector instructions take the VEX form for
 * 256 bits and the EVEX form for 512.
 */
public final class Assembler extends Encoder {
  private final List<Label> labels = new ArrayList<>();

  public Assembler() {}

  /**
   * The code so far.
   *
   * @throws IllegalStateException if a jump goes to a label that was never bound
   */
  public byte[] toByteArray() {
    for (Label label : labels) {
      if (label.position == Label.UNBOUND && !label.uses.isEmpty()) {
        throw new IllegalStateException("a jump leads nowhere");
      }
    }
    return code.toByteArray();
  }

  // Functions

  public void push(Gp register) {
    prefixForLowBits(register);
    bytes(0x50 | low(register.number()));
  }

  public void pop(Gp register) {
    prefixForLowBits(register);
    bytes(0x58 | low(register.number()));
  }

  public void call(Gp function) {
    prefixForLowBits(function);
    bytes(0xFF, 0xD0 | low(function.number()));
  }

  public void ret() {
    bytes(0xC3);
  }

  /** Lets code that knows nothing of wide vectors follow at full speed. */
  public void vzeroupper() {
    bytes(0xC5, 0xF8, 0x77);
  }

  public void cpuid() {
    bytes(0x0F, 0xA2);
  }

  public void xgetbv() {
    bytes(0x0F, 0x01, 0xD0);
  }

  // General purpose registers

  public void mov(Gp target, Gp source) {
    registers(0x89, source, target);
  }

  public void mov(Gp target, Mem source) {
    memory(0x8B, target, source);
  }

  public void mov(Mem target, Gp source) {
    memory(0x89, source, target);
  }

  /** Loads an int that is not negative. */
  public void mov(Gp target, int value) {
    if (value < 0) {
      throw new IllegalArgumentException("the upper half would not be its sign: " + value);
    }
    prefixForLowBits(target);
    bytes(0xB8 | low(target.number()));
    int32(value);
  }

  public void lea(Gp target, Mem address) {
    memory(0x8D, target, address);
  }

  public void add(Gp target, Gp source) {
    registers(0x01, source, target);
  }

  public void add(Gp target, int value) {
    immediate(0, target, value);
  }

  public void add(Gp target, Mem source) {
    memory(0x03, target, source);
  }

  public void sub(Gp target, int value) {
    immediate(5, target, value);
  }

  public void sub(Mem target, int value) {
    immediate(5, target, value);
  }

  public void neg(Gp target) {
    rex(0, 0, target.number());
    bytes(0xF7, 0xD8 | low(target.number()));
  }

  public void cmp(Gp register, int value) {
    immediate(7, register, value);
  }

  public void test(Gp a, Gp b) {
    registers(0x85, b, a);
  }

  public void imul(Gp target, Gp source, int factor) {
    rex(target.number(), 0, source.number());
    bytes(0x69, 0xC0 | low(target.number()) << 3 | low(source.number()));
    int32(factor);
  }

  /** Moves if the condition holds; reads the memory in any case. */
  public void cmov(Condition condition, Gp target, Mem source) {
    rexFor(target, source);
    bytes(0x0F, 0x40 | condition.code());
    addressing(target.number(), source, 1);
  }

  // Jumps

  /** A label not bound yet. */
  public Label label() {
    Label label = new Label();
    labels.add(label);
    return label;
  }

  /** A label here. */
  public Label here() {
    Label label = label();
    bind(label);
    return label;
  }

  public void bind(Label label) {
    if (label.position != Label.UNBOUND) {
      throw new IllegalStateException("the label is bound already");
    }
    label.position = code.size();
    for (int use : label.uses) {
      code.patch(use, code.size() - (use + 4));
    }
  }

  public void jump(Label target) {
    bytes(0xE9);
    displacement(target);
  }

  public void jump(Condition condition, Label target) {
    bytes(0x0F, 0x80 | condition.code());
    displacement(target);
  }

  private void displacement(Label target) {
    target.uses.add(code.size());
    int32(target.position == Label.UNBOUND ? 0 : target.position - (code.size() + 4));
  }

  // Vectors of floats

  public void vmovaps(Vec target, Vec source) {
    vector(Opcode.MOVAPS, target, unused(target), source);
  }

  public void vmovups(Vec target, Mem source) {
    vector(Opcode.MOVUPS_LOAD, target, unused(target), source, NO_MASK);
  }

  public void vmovups(Mem target, Vec source) {
    vector(Opcode.MOVUPS_STORE, source, unused(source), target, NO_MASK);
  }

  /** Loads the lanes of the mask, zeroes the others and does not touch their memory. */
  public void vmovups(Vec target, Opmask mask, Mem source) {
    vector(Opcode.MOVUPS_LOAD, target, unused(target), source, mask.number() | ZEROING);
  }

  /** Stores the lanes of the mask. */
  public void vmovups(Mem target, Opmask mask, Vec source) {
    vector(Opcode.MOVUPS_STORE, source, unused(source), target, mask.number());
  }

  /** Loads the lanes whose mask has its sign set, zeroes the others; 256 bits only. */
  public void vmaskmovps(Vec target, Vec mask, Mem source) {
    requireNarrow(target);
    vector(Opcode.MASKMOVPS_LOAD, target, mask, source, NO_MASK);
  }

  /** Stores the lanes whose mask has its sign set; 256 bits only. */
  public void vmaskmovps(Mem target, Vec mask, Vec source) {
    requireNarrow(source);
    vector(Opcode.MASKMOVPS_STORE, source, mask, target, NO_MASK);
  }

  /** Loads the lowest lane and zeroes the others; of the first 16 registers only. */
  public void vmovss(Vec target, Mem source) {
    vector(Opcode.MOVSS_LOAD, target, unused(target), source, NO_MASK);
  }

  /** Stores the lowest lane; of the first 16 registers only. */
  public void vmovss(Mem target, Vec source) {
    vector(Opcode.MOVSS_STORE, source, unused(source), target, NO_MASK);
  }

  public void vbroadcastss(Vec target, Mem source) {
    vector(Opcode.BROADCASTSS, target, unused(target), source, NO_MASK);
  }

  /** {@code target += a * b}, rounded once. */
  public void vfmadd231ps(Vec target, Vec a, Vec b) {
    vector(Opcode.FMADD231PS, target, a, b);
  }

  /** {@code target += a * b}, rounded once. */
  public void vfmadd231ps(Vec target, Vec a, Mem b) {
    vector(Opcode.FMADD231PS, target, a, b, NO_MASK);
  }

  public void vaddps(Vec target, Vec a, Vec b) {
    vector(Opcode.ADDPS, target, a, b);
  }

  public void vaddps(Vec target, Vec a, Mem b) {
    vector(Opcode.ADDPS, target, a, b, NO_MASK);
  }

  public void vsubps(Vec target, Vec a, Vec b) {
    vector(Opcode.SUBPS, target, a, b);
  }

  public void vmulps(Vec target, Vec a, Vec b) {
    vector(Opcode.MULPS, target, a, b);
  }

  public void vdivps(Vec target, Vec a, Vec b) {
    vector(Opcode.DIVPS, target, a, b);
  }

  /** The greater; {@code b} where one of them is NaN. */
  public void vmaxps(Vec target, Vec a, Vec b) {
    vector(Opcode.MAXPS, target, a, b);
  }

  /** The smaller; {@code b} where one of them is NaN. */
  public void vminps(Vec target, Vec a, Vec b) {
    vector(Opcode.MINPS, target, a, b);
  }

  /** Adds in the lanes of the mask; the others stay as they are. */
  public void vaddps(Vec target, Opmask mask, Vec a, Vec b) {
    requireWide(target);
    vector(Opcode.ADDPS, target, a, b, mask.number());
  }

  /** Moves the lanes of the mask; the others stay as they are. */
  public void vmovaps(Vec target, Opmask mask, Vec source) {
    requireWide(target);
    vector(Opcode.MOVAPS, target, unused(target), source, mask.number());
  }

  /** The bits of both. */
  public void vandps(Vec target, Vec a, Vec b) {
    // AVX-512 F has the operation for integers only, which is the same.
    vector(target.isWide() ? Opcode.PANDD : Opcode.ANDPS, target, a, b);
  }

  /** The bits of either. */
  public void vorps(Vec target, Vec a, Vec b) {
    vector(target.isWide() ? Opcode.PORD : Opcode.ORPS, target, a, b);
  }

  /**
   * Picks lanes of {@code a} and, behind them, those in memory, by the numbers that the target
   * held; 512 bits only.
   */
  public void vpermi2ps(Vec target, Vec a, Mem b) {
    requireWide(target);
    vector(Opcode.PERMI2PS, target, a, b, NO_MASK);
  }

  /** Picks lanes in memory, by the lowest three bits of {@code numbers}; 256 bits only. */
  public void vpermps(Vec target, Vec numbers, Mem source) {
    requireNarrow(target);
    vector(Opcode.PERMPS, target, numbers, source, NO_MASK);
  }

  /** Integers of 32 bits. */
  public void vpaddd(Vec target, Vec a, Vec b) {
    vector(Opcode.PADDD, target, a, b);
  }

  /** A bit for each lane, set if the answer is yes; 512 bits only. */
  public void vcmpps(Opmask target, Vec a, Vec b, Predicate predicate) {
    requireWide(a);
    requireEqualWidth(a, b);
    vector(Opcode.CMPPS, new Vec(target.number(), a.bits()), a, b);
    bytes(predicate.code());
  }

  /** All bits of a lane set if the answer is yes, none otherwise; 256 bits only. */
  public void vcmpps(Vec target, Vec a, Vec b, Predicate predicate) {
    requireNarrow(target);
    vector(Opcode.CMPPS, target, a, b);
    bytes(predicate.code());
  }

  /** Takes lanes from {@code b} whose mask has its sign set, else from {@code a}; 256 bits only. */
  public void vblendvps(Vec target, Vec a, Vec b, Vec mask) {
    requireNarrow(target);
    requireEqualWidth(target, mask);
    vector(Opcode.BLENDVPS, target, a, b);
    bytes(mask.number() << 4);
  }

  /** All lanes 0. */
  public void zero(Vec target) {
    vector(target.isWide() ? Opcode.PXORD : Opcode.XORPS, target, target, target);
  }

  /** The lowest 16 bits of an int in memory. */
  public void kmovw(Opmask target, Mem source) {
    requirePlain(source);
    int extensions = vexExtensions(target.number(), source);
    if (isShortVex(extensions)) {
      bytes(0xC5, 0xF8, 0x90);
    } else {
      bytes(0xC4, extensions | 1, 0x78, 0x90);
    }
    addressing(target.number(), source, 1);
  }
}
