package dev.webnn4j.benchmarks.network;

import dev.webnn4j.benchmarks.network.MobileNetLike.Activation;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The networks that can be measured, by name. */
public final class Networks {
  private static final SequencedMap<String, NetworkMaker> MAIN = new LinkedHashMap<>();
  private static final SequencedMap<String, NetworkMaker> FURTHER = new LinkedHashMap<>();

  static {
    MAIN.put("deeplab_257_fp32", DeepLab.given());
    MAIN.put("deeplab_513_fp32", DeepLab.given());
    MAIN.put("squeezenet1.1", SqueezeNet::make);
    MAIN.put("mobilenet_like", MobileNetLike.of(Activation.RELU6));
    FURTHER.put("mobilenet_like_hardswish", MobileNetLike.of(Activation.HARD_SWISH));
    // How cost grows with the work.
    FURTHER.put("deeplab_257_fp32_b2", DeepLab.resized(257, 2));
    FURTHER.put("deeplab_257_fp32_b4", DeepLab.resized(257, 4));
    FURTHER.put("deeplab_513_fp32_b2", DeepLab.resized(513, 2));
    FURTHER.put("deeplab_513_fp32_b4", DeepLab.resized(513, 4));
    FURTHER.put("deeplab_1025_fp32", DeepLab.resized(1025, 1));
    FURTHER.put("deeplab_1025_fp32_b2", DeepLab.resized(1025, 2));
    FURTHER.put("deeplab_1025_fp32_b4", DeepLab.resized(1025, 4));
  }

  private Networks() {}

  /** Those that are measured unless others are asked for. */
  public static List<String> main() {
    return List.copyOf(MAIN.keySet());
  }

  public static List<String> all() {
    SequencedMap<String, NetworkMaker> all = new LinkedHashMap<>(MAIN);
    all.putAll(FURTHER);
    return List.copyOf(all.keySet());
  }

  /**
   * @throws IllegalArgumentException if no network is called so, or the test data lacks it
   */
  public static Network make(String name, Workspace workspace) throws IOException {
    for (Map<String, NetworkMaker> some : List.of(MAIN, FURTHER)) {
      if (some.containsKey(name)) {
        return some.get(name).make(name, workspace);
      }
    }
    throw new IllegalArgumentException(unknown(name));
  }

  /** What to say of a name that is none. */
  public static String unknown(String name) {
    return "no model is called '" + name + "'; there is: " + String.join(", ", all());
  }
}
