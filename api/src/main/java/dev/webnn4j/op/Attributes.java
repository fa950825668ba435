package dev.webnn4j.op;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The attributes given to one call of an operator, read with their static type. Immutable. */
public final class Attributes {
  public static final Attributes NONE = new Attributes(Map.of());

  private final Map<Attribute<?>, Object> values;

  private Attributes(Map<Attribute<?>, Object> values) {
    this.values = values;
  }

  /** The value given, or the attribute's default. */
  public <T> T get(Attribute<T> attribute) {
    return find(attribute)
        .orElseThrow(() -> new NoSuchElementException("no attribute " + attribute.name()));
  }

  /** The value given, or the attribute's default; empty if it has none. */
  public <T> Optional<T> find(Attribute<T> attribute) {
    // The only ways in are with(...) and Builder.put(...), which tie the value to T.
    @SuppressWarnings("unchecked")
    T value = (T) values.get(attribute);
    return value == null ? attribute.defaultValue() : Optional.of(value);
  }

  /** Whether the caller gave it. */
  public boolean has(Attribute<?> attribute) {
    return values.containsKey(attribute);
  }

  public <T> Attributes with(Attribute<T> attribute, T value) {
    var changed = new LinkedHashMap<>(values);
    changed.put(attribute, value);
    return new Attributes(Collections.unmodifiableMap(changed));
  }

  /** These and others; where both have one, the other's. */
  public Attributes and(Attributes others) {
    var joined = new LinkedHashMap<>(values);
    joined.putAll(others.values);
    return new Attributes(Collections.unmodifiableMap(joined));
  }

  public Attributes without(Attribute<?> attribute) {
    var changed = new LinkedHashMap<>(values);
    changed.remove(attribute);
    return new Attributes(Collections.unmodifiableMap(changed));
  }

  /** Visits what was given, in the order it was given. */
  public void forEach(BiConsumer<Attribute<?>, Object> visitor) {
    values.forEach(visitor);
  }

  public static <T> Attributes of(Attribute<T> attribute, T value) {
    return NONE.with(attribute, value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attributes attributes && values.equals(attributes.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    values.forEach(
        (attribute, value) ->
            text.append(text.isEmpty() ? "" : " ")
                .append(attribute.name())
                .append('=')
                .append(show(value)));
    return text.toString();
  }

  private static Object show(Object value) {
    return switch (value) {
      case IdlEnum constant -> constant.idlName();
      case List<?> list -> list.stream().map(Attributes::show).toList();
      default -> value;
    };
  }
}
