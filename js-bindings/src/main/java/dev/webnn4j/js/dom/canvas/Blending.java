package dev.webnn4j.js.dom.canvas;

/** Draws a whole layer onto a bitmap with a blend mode. */
final class Blending {
  private Blending() {}

  static void blend(Bitmap layer, Bitmap target, CompositeMode mode, CompositeMode.Blend blend) {
    int[] source = layer.pixels();
    int[] backdrop = target.pixels();
    for (int i = 0; i < source.length; i++) {
      if (source[i] >>> 24 != 0) {
        backdrop[i] =
            mode == CompositeMode.LIGHTER
                ? plus(source[i], backdrop[i])
                : pixel(source[i], backdrop[i], blend);
      }
    }
  }

  // Compositing and Blending Level 1, section 9.1.4: the sum of the premultiplied colours.
  private static int plus(int source, int backdrop) {
    int sourceAlpha = source >>> 24;
    int backdropAlpha = backdrop >>> 24;
    int alpha = Math.min(255, sourceAlpha + backdropAlpha);
    int result = alpha << 24;
    for (int shift = 0; shift <= 16; shift += 8) {
      int sum = (source >> shift & 255) * sourceAlpha + (backdrop >> shift & 255) * backdropAlpha;
      result |= Math.min(255, (sum + alpha / 2) / alpha) << shift;
    }
    return result;
  }

  // The same, section 10.1: mix with the backdrop, then source over.
  private static int pixel(int source, int backdrop, CompositeMode.Blend blend) {
    float sourceAlpha = (source >>> 24) / 255f;
    float backdropAlpha = (backdrop >>> 24) / 255f;
    float alpha = sourceAlpha + backdropAlpha * (1 - sourceAlpha);
    int result = Math.round(alpha * 255) << 24;
    for (int shift = 0; shift <= 16; shift += 8) {
      float s = (source >> shift & 255) / 255f;
      float b = (backdrop >> shift & 255) / 255f;
      float mixed = (1 - backdropAlpha) * s + backdropAlpha * blend.apply(s, b);
      float value = (sourceAlpha * mixed + (1 - sourceAlpha) * backdropAlpha * b) / alpha;
      result |= Math.clamp(Math.round(value * 255), 0, 255) << shift;
    }
    return result;
  }
}
