package dev.webnn4j.benchmarks.child;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProtocolTest {
  @Test
  void aRequestIsALineOfWords() {
    String line = Protocol.line("prepare", "a path/with spaces.onnx", 3, 0.5);
    assertEquals(List.of("prepare", "a path/with spaces.onnx", "3", "0.5"), Protocol.words(line));
  }

  @Test
  void whatHasSeveralLinesBecomesOne() {
    assertEquals("error\tfirst second", Protocol.line("error", "first\r\n  second"));
  }

  @Test
  void thePeakIsWhatLinuxCallsTheHighWaterMark() {
    assertEquals(
        OptionalLong.of(233_472 * 1024L),
        Child.peakMemoryBytes(
            List.of(
                "Name:\tjava", "VmPeak:\t 9999999 kB", "VmHWM:\t  233472 kB", "VmRSS:\t 1 kB")));
    assertEquals(OptionalLong.empty(), Child.peakMemoryBytes(List.of("Name:\tjava")));
  }
}
