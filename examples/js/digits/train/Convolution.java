package train;

import java.util.Arrays;

/**
 * A convolution without padding over square planes, as a product with the matrix of all windows:
 * every inner loop walks two arrays in step, which the JIT compiler turns into vector instructions.
 */
final class Convolution implements Layer {
  private final Tensor filters;
  private final Tensor bias;
  private final int channelsIn;
  private final int channelsOut;
  private final int kernel;
  private final int sideIn;
  private final int sideOut;

  /** One row for each place in a window, one column for each window. */
  private final float[][] windows;

  private final float[][] windowsByPlace;
  private final float[] output;

  Convolution(Tensor filters, Tensor bias, int sideIn) {
    this.filters = filters;
    this.bias = bias;
    this.sideIn = sideIn;
    channelsOut = filters.shape()[0];
    channelsIn = filters.shape()[1];
    kernel = filters.shape()[2];
    sideOut = sideIn - kernel + 1;
    int places = channelsIn * kernel * kernel;
    windows = new float[places][sideOut * sideOut];
    windowsByPlace = new float[sideOut * sideOut][places];
    output = new float[channelsOut * sideOut * sideOut];
  }

  @Override
  public float[] forward(float[] input) {
    collectWindows(input);
    int positions = sideOut * sideOut;
    for (int out = 0; out < channelsOut; out++) {
      Arrays.fill(output, out * positions, (out + 1) * positions, bias.values()[out]);
      for (int place = 0; place < windows.length; place++) {
        float weight = filters.values()[out * windows.length + place];
        addScaled(windows[place], 0, weight, output, out * positions, positions);
      }
    }
    return output;
  }

  @Override
  public float[] backward(float[] gradient) {
    int places = windows.length;
    int positions = sideOut * sideOut;
    float[][] windowGradient = new float[positions][places];
    for (int out = 0; out < channelsOut; out++) {
      for (int position = 0; position < positions; position++) {
        float slope = gradient[out * positions + position];
        if (slope != 0) {
          bias.gradient()[out] += slope;
          float[] window = windowsByPlace[position];
          addScaled(window, 0, slope, filters.gradient(), out * places, places);
          addScaled(filters.values(), out * places, slope, windowGradient[position], 0, places);
        }
      }
    }
    return spreadWindows(windowGradient);
  }

  private void collectWindows(float[] input) {
    for (int place = 0; place < windows.length; place++) {
      for (int y = 0; y < sideOut; y++) {
        System.arraycopy(input, corner(place) + y * sideIn, windows[place], y * sideOut, sideOut);
      }
      for (int position = 0; position < windowsByPlace.length; position++) {
        windowsByPlace[position][place] = windows[place][position];
      }
    }
  }

  private float[] spreadWindows(float[][] windowGradient) {
    float[] spread = new float[channelsIn * sideIn * sideIn];
    for (int y = 0; y < sideOut; y++) {
      for (int x = 0; x < sideOut; x++) {
        float[] window = windowGradient[y * sideOut + x];
        for (int place = 0; place < window.length; place++) {
          spread[corner(place) + y * sideIn + x] += window[place];
        }
      }
    }
    return spread;
  }

  /** Where the first window has this place. */
  private int corner(int place) {
    int channel = place / (kernel * kernel);
    int row = place / kernel % kernel;
    int column = place % kernel;
    return (channel * sideIn + row) * sideIn + column;
  }

  private static void addScaled(
      float[] from, int fromStart, float factor, float[] to, int toStart, int count) {
    for (int i = 0; i < count; i++) {
      to[toStart + i] += factor * from[fromStart + i];
    }
  }
}
