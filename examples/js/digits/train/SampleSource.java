package train;

import java.awt.Font;
import java.awt.Shape;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * An endless row of training samples. Each is drawn from its index alone, so that the row is the
 * same however many threads draw it.
 */
final class SampleSource {
  /** One sample of so many is drawn by a pen and not by a font. */
  private static final int HAND_DRAWN = 4;

  private final List<List<Font>> families;
  private final long seed;
  private final ThreadLocal<GlyphRenderer> renderer = ThreadLocal.withInitial(GlyphRenderer::new);

  SampleSource(Map<String, List<Font>> families, long seed) {
    this.families = List.copyOf(families.values());
    this.seed = seed;
  }

  Sample sample(long index) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + index);
    int digit = random.nextInt(10);
    Shape outline =
        random.nextInt(HAND_DRAWN) == 0
            ? HandStrokes.outline(digit, random)
            : GlyphRenderer.outline(randomFont(random), digit);
    Distortion distortion = Distortion.strong(random);
    return new Sample(renderer.get().render(outline, distortion, random), digit);
  }

  /** Every family is equally likely, however many weights and widths it has. */
  private Font randomFont(SplittableRandom random) {
    List<Font> family = families.get(random.nextInt(families.size()));
    return family.get(random.nextInt(family.size()));
  }
}
