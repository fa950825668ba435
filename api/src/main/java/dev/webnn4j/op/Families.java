package dev.webnn4j.op;

import java.util.Optional;
import java.util.function.Function;

/** What the operator families, which are enumerations, have in common. */
final class Families {
  private Families() {}

  static <E> Optional<E> member(E[] family, Function<E, Operator> operatorOf, Operator operator) {
    for (E member : family) {
      if (operatorOf.apply(member) == operator) {
        return Optional.of(member);
      }
    }
    return Optional.empty();
  }

  /** The operator's name for a constant's: {@code ROUND_EVEN} is {@code roundEven}. */
  static String camelCase(Enum<?> constant) {
    var name = new StringBuilder();
    boolean upper = false;
    for (char c : constant.name().toCharArray()) {
      if (c == '_') {
        upper = true;
      } else {
        name.append(upper ? c : Character.toLowerCase(c));
        upper = false;
      }
    }
    return name.toString();
  }
}
