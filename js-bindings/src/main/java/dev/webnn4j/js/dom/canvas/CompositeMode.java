package dev.webnn4j.js.dom.canvas;

import java.awt.AlphaComposite;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The globalCompositeOperation values: Porter-Duff rules, which Java 2D knows, and blend modes,
 * which are ours.
 */
enum CompositeMode {
  SOURCE_OVER(AlphaComposite.SRC_OVER, false),
  SOURCE_ATOP(AlphaComposite.SRC_ATOP, false),
  SOURCE_IN(AlphaComposite.SRC_IN, true),
  SOURCE_OUT(AlphaComposite.SRC_OUT, true),
  DESTINATION_OVER(AlphaComposite.DST_OVER, false),
  DESTINATION_ATOP(AlphaComposite.DST_ATOP, true),
  DESTINATION_IN(AlphaComposite.DST_IN, true),
  DESTINATION_OUT(AlphaComposite.DST_OUT, false),
  XOR(AlphaComposite.XOR, false),
  COPY(AlphaComposite.SRC, true),
  LIGHTER((source, backdrop) -> Math.min(1, source + backdrop)),
  MULTIPLY((source, backdrop) -> source * backdrop),
  SCREEN(CompositeMode::screen),
  OVERLAY((source, backdrop) -> hardLight(backdrop, source)),
  DARKEN(Math::min),
  LIGHTEN(Math::max),
  COLOR_DODGE(
      (source, backdrop) ->
          backdrop == 0 ? 0 : source == 1 ? 1 : Math.min(1, backdrop / (1 - source))),
  COLOR_BURN(
      (source, backdrop) ->
          backdrop == 1 ? 1 : source == 0 ? 0 : 1 - Math.min(1, (1 - backdrop) / source)),
  HARD_LIGHT(CompositeMode::hardLight),
  DIFFERENCE((source, backdrop) -> Math.abs(source - backdrop)),
  EXCLUSION((source, backdrop) -> source + backdrop - 2 * source * backdrop);

  /** A separable blend function on channels from 0 to 1. */
  @FunctionalInterface
  interface Blend {
    float apply(float source, float backdrop);
  }

  private final int rule;
  private final boolean unbounded;

  @SuppressWarnings("ImmutableEnumChecker") // every blend is a pure function
  private final Optional<Blend> blend;

  CompositeMode(int rule, boolean unbounded) {
    this.rule = rule;
    this.unbounded = unbounded;
    this.blend = Optional.empty();
  }

  CompositeMode(Blend blend) {
    this.rule = AlphaComposite.SRC_OVER;
    this.unbounded = false;
    this.blend = Optional.of(blend);
  }

  static Optional<CompositeMode> of(String name) {
    return Arrays.stream(values()).filter(mode -> mode.cssName().equals(name)).findFirst();
  }

  String cssName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The Java 2D rule; for a blend mode, that of its alpha. */
  int rule() {
    return rule;
  }

  /** True when the operation also changes what lies outside the drawn shape. */
  boolean unbounded() {
    return unbounded;
  }

  Optional<Blend> blend() {
    return blend;
  }

  private static float screen(float source, float backdrop) {
    return source + backdrop - source * backdrop;
  }

  private static float hardLight(float source, float backdrop) {
    return source <= 0.5f ? 2 * source * backdrop : screen(2 * source - 1, backdrop);
  }
}
