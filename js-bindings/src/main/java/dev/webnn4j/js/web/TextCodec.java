package dev.webnn4j.js.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/** Bytes to text, https://encoding.spec.whatwg.org/ */
final class TextCodec {
  private TextCodec() {}

  /** The text; empty if the bytes are malformed and that is fatal. */
  static Optional<String> decode(String encoding, byte[] bytes, boolean fatal, boolean keepBom) {
    CodingErrorAction action = fatal ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
    try {
      String text =
          Charset.forName(encoding)
              .newDecoder()
              .onMalformedInput(action)
              .onUnmappableCharacter(action)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return Optional.of(!keepBom && text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
