package dev.webnn4j.backend.java.kernel.x64.asm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Every form of every instruction, byte for byte as another assembler writes it. */
final class AssemblerTest {
  private static final String TABLE = "encodings.txt";

  /** Forms that lead to a place in the code, which no line of text can say. */
  private static final Set<String> JUMPS =
      Set.of("bind(Label)", "jump(Label)", "jump(Condition, Label)");

  private record Encoding(String text, String bytes) {}

  private static List<Encoding> table() throws IOException {
    try (InputStream stream = AssemblerTest.class.getResourceAsStream(TABLE)) {
      String all = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return all.lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> line.split(" = ", 2))
          .map(parts -> new Encoding(parts[0].split(" ~ ", 2)[0], parts[1]))
          .toList();
    }
  }

  private static String hex(Consumer<Assembler> code) {
    Assembler assembler = new Assembler();
    code.accept(assembler);
    return HexFormat.ofDelimiter(" ").formatHex(assembler.toByteArray());
  }

  @Test
  void writesWhatAnotherAssemblerWrites() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Encoding encoding : table()) {
      String actual = hex(new AssemblyText(encoding.text())::write);
      if (!actual.equals(encoding.bytes())) {
        wrong.add(encoding.text() + " is " + actual + ", not " + encoding.bytes());
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void noFormIsForgotten() throws IOException {
    Set<String> tested = new TreeSet<>(JUMPS);
    table().forEach(encoding -> tested.add(new AssemblyText(encoding.text()).form()));
    assertEquals(forms(), tested);
  }

  /** What the Assembler's class file says that it can write. */
  private static Set<String> forms() throws IOException {
    try (InputStream stream = Assembler.class.getResourceAsStream("Assembler.class")) {
      return ClassFile.of().parse(stream.readAllBytes()).methods().stream()
          .filter(method -> (method.flags().flagsMask() & ClassFile.ACC_PUBLIC) != 0)
          .filter(method -> method.methodTypeSymbol().returnType().equals(ConstantDescs.CD_void))
          .filter(method -> !method.methodName().equalsString(ConstantDescs.INIT_NAME))
          .map(AssemblerTest::form)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String form(MethodModel method) {
    return method.methodTypeSymbol().parameterList().stream()
        .map(ClassDesc::displayName)
        .collect(Collectors.joining(", ", method.methodName().stringValue() + "(", ")"));
  }

  @Test
  void longCodeIsKept() {
    Assembler assembler = new Assembler();
    for (int i = 0; i < 10_000; i++) {
      assembler.ret();
    }
    assertEquals("c3".repeat(10_000), HexFormat.of().formatHex(assembler.toByteArray()));
  }

  @Test
  void jumpsLeadBack() {
    assertEquals(
        "c3 e9 fa ff ff ff",
        hex(
            a -> {
              Label start = a.here();
              a.ret();
              a.jump(start);
            }));
    assertEquals(
        "0f 85 fa ff ff ff e9 f5 ff ff ff",
        hex(
            a -> {
              Label start = a.here();
              a.jump(Condition.NOT_EQUAL, start);
              a.jump(start);
            }));
  }

  @Test
  void jumpsLeadForwardFromEveryUse() {
    assertEquals(
        "e9 0c 00 00 00 0f 8c 06 00 00 00 e9 01 00 00 00 c3 0f a2",
        hex(
            a -> {
              Label end = a.label();
              a.jump(end);
              a.jump(Condition.LESS, end);
              a.jump(end);
              a.ret();
              a.bind(end);
              a.cpuid();
            }));
  }

  @Test
  void everyConditionHasItsJump() {
    Label[] self = new Label[1];
    StringBuilder all = new StringBuilder();
    for (Condition condition : Condition.values()) {
      all.append(
              hex(
                  a -> {
                    self[0] = a.here();
                    a.jump(condition, self[0]);
                  }),
              0,
              5)
          .append(' ');
    }
    // je, jne, js, jl, jg
    assertEquals("0f 84 0f 85 0f 88 0f 8c 0f 8f ", all.toString());
  }

  private static void refuses(String message, Executable code) {
    RuntimeException refused = assertThrows(RuntimeException.class, code);
    assertTrue(
        refused instanceof IllegalArgumentException
            || refused instanceof IllegalStateException
            || refused instanceof ArithmeticException,
        refused.toString());
    assertEquals(message, refused.getMessage());
  }

  @Test
  void registersAreThoseThereAre() {
    refuses("there is no vector register 16", () -> Vec.ymm(16));
    refuses("there is no vector register 32", () -> Vec.zmm(32));
    refuses("there is no vector register -1", () -> Vec.zmm(-1));
    refuses("a vector has 256 or 512 bits, not 128", () -> new Vec(0, 128));
    refuses("there is no mask register 0", () -> new Opmask(0));
    refuses("there is no mask register 8", () -> new Opmask(8));
  }

  @Test
  void addressesAreThoseThatCanBeEncoded() {
    refuses("a scale is 1, 2, 4 or 8, not 3", () -> Gp.RAX.at(0).plus(Gp.RCX, 3));
    refuses("rsp cannot be an index", () -> Gp.RAX.at(0).plus(Gp.RSP));
    refuses("integer overflow", () -> Gp.RAX.at(1L << 31));
    refuses("integer overflow", () -> Gp.RAX.at(Integer.MAX_VALUE).offset(1));
  }

  @Test
  void labelsAreBoundOnce() {
    refuses(
        "a jump leads nowhere",
        () -> {
          Assembler a = new Assembler();
          a.jump(a.label());
          a.toByteArray();
        });
    refuses(
        "the label is bound already",
        () -> {
          Assembler a = new Assembler();
          a.bind(a.here());
        });
    assertEquals(
        "c3",
        hex(
            a -> {
              Label _ = a.label();
              a.ret();
            }));
  }

  @Test
  void operandsAreThoseTheInstructionTakes() {
    Assembler a = new Assembler();
    Mem memory = Gp.RDI.at(0);
    refuses("the upper half would not be its sign: -1", () -> a.mov(Gp.RAX, -1));
    refuses("this instruction takes 256 bits", () -> a.vmaskmovps(Vec.zmm(0), Vec.zmm(1), memory));
    refuses("this instruction takes 256 bits", () -> a.vmaskmovps(memory, Vec.zmm(1), Vec.zmm(0)));
    String narrow = "256 bits have neither broadcasts nor masks here";
    refuses(narrow, () -> a.vaddps(Vec.ymm(0), Vec.ymm(1), memory.broadcasted()));
    refuses(narrow, () -> a.vmovups(Vec.ymm(0), Opmask.K1, memory));
    refuses(narrow, () -> a.vmovups(memory, Opmask.K1, Vec.ymm(0)));
    String widths = "an instruction has one width, not 512 and 256 bits";
    refuses(widths, () -> a.vaddps(Vec.zmm(0), Vec.zmm(1), Vec.ymm(2)));
    refuses(widths, () -> a.vaddps(Vec.zmm(0), Vec.ymm(1), memory));
    refuses(
        "an instruction has one width, not 256 and 512 bits",
        () -> a.vmaskmovps(Vec.ymm(0), Vec.zmm(17), memory));
    String plain = "this instruction broadcasts nothing";
    refuses(plain, () -> a.vmovups(Vec.zmm(0), memory.broadcasted()));
    refuses(plain, () -> a.vmovups(memory.broadcasted(), Vec.zmm(0)));
    refuses(plain, () -> a.vbroadcastss(Vec.zmm(0), memory.broadcasted()));
    refuses(plain, () -> a.kmovw(Opmask.K1, memory.broadcasted()));
    refuses(plain, () -> a.mov(Gp.RAX, memory.broadcasted()));
    refuses(plain, () -> a.cmov(Condition.LESS, Gp.RAX, memory.broadcasted()));
    refuses(plain, () -> a.vmovss(Vec.ymm(0), memory.broadcasted()));
    refuses("this instruction takes the first 16 registers", () -> a.vmovss(Vec.zmm(16), memory));
    refuses("this instruction takes 256 bits", () -> a.vpermps(Vec.zmm(0), Vec.zmm(1), memory));
    refuses("this instruction takes 512 bits", () -> a.vpermi2ps(Vec.ymm(0), Vec.ymm(1), memory));
    assertEquals(0, a.toByteArray().length, "what is refused leaves nothing behind");
  }
}
