package dev.webnn4j.js.dom.image;

import java.io.IOException;

/** Bytes that are no picture; the message says what is wrong with them. */
public final class ImageDecodingException extends IOException {
  private static final long serialVersionUID = 1;

  ImageDecodingException(String message) {
    super(message);
  }

  ImageDecodingException(String message, Throwable cause) {
    super(message, cause);
  }
}
