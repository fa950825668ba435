package dev.webnn4j.op;

import java.util.Locale;
import java.util.Optional;

/** An enumeration of the specification; its constants are named as in Web IDL. */
public interface IdlEnum {
  /** The constant's name in Java, in upper case with underscores. */
  String name();

  /** The value in Web IDL: lower case with hyphens, such as {@code nearest-neighbor}. */
  default String idlName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant of that Web IDL value, if there is one. */
  static <E extends Enum<E> & IdlEnum> Optional<E> find(Class<E> type, String idlName) {
    for (E constant : type.getEnumConstants()) {
      if (constant.idlName().equals(idlName)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }
}
