package dev.webnn4j.js.dom.canvas;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.util.Map;
import java.util.function.BiConsumer;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** Reading and setting a context's state: styles, transforms, text and line settings. */
final class StateFunctions {
  private final Map<String, Object> table;

  private StateFunctions(Map<String, Object> table) {
    this.table = table;
  }

  static void addTo(Map<String, Object> table) {
    StateFunctions functions = new StateFunctions(table);
    functions.attributes();
    functions.paints();
    functions.transforms();
  }

  private void attributes() {
    set("globalAlpha", (c, v) -> c.state().alpha = v.asDouble());
    set("lineWidth", (c, v) -> c.state().lineWidth = v.asDouble());
    set("miterLimit", (c, v) -> c.state().miterLimit = v.asDouble());
    set("lineDashOffset", (c, v) -> c.state().dashOffset = v.asDouble());
    set("lineCap", (c, v) -> c.lineCap(v.asString()));
    set("lineJoin", (c, v) -> c.lineJoin(v.asString()));
    set("textAlign", (c, v) -> c.textAlign(v.asString()));
    set("textBaseline", (c, v) -> c.textBaseline(v.asString()));
    set("imageSmoothingEnabled", (c, v) -> c.state().smoothing = v.asBoolean());
    set("imageSmoothingQuality", (c, v) -> c.smoothingQuality(v.asString()));
    set("lineDash", (c, v) -> c.lineDash(doubles(v)));
    table.put(
        "setComposite",
        (ProxyExecutable)
            a ->
                CompositeMode.of(a[1].asString())
                    .map(
                        mode -> {
                          CanvasFunctions.context(a).state().composite = mode;
                          return true;
                        })
                    .orElse(false));
    // The font as it reads back; false when the text is no font.
    table.put(
        "setFont",
        (ProxyExecutable)
            a ->
                CssFont.parse(a[1].asString())
                    .<Object>map(
                        font -> {
                          CanvasFunctions.context(a).state().font = font;
                          return font.serialize();
                        })
                    .orElse(false));
  }

  private void paints() {
    // The colour as it reads back; false when the text is no colour.
    table.put(
        "setColor",
        (ProxyExecutable)
            a ->
                CssColor.parse(a[2].asString())
                    .<Object>map(
                        color -> {
                          setPaint(a, new CanvasPaint.Solid(color));
                          return color.serialize();
                        })
                    .orElse(false));
    table.put(
        "setPaint",
        (ProxyExecutable)
            a -> {
              setPaint(a, a[2].<CanvasPaint>asHostObject());
              return true;
            });
    table.put(
        "linearGradient",
        (ProxyExecutable)
            a ->
                CanvasPaint.Gradient.linear(
                    CanvasFunctions.number(a, 0),
                    CanvasFunctions.number(a, 1),
                    CanvasFunctions.number(a, 2),
                    CanvasFunctions.number(a, 3)));
    table.put(
        "radialGradient",
        (ProxyExecutable)
            a ->
                CanvasPaint.Gradient.radial(
                    CanvasFunctions.number(a, 0),
                    CanvasFunctions.number(a, 1),
                    CanvasFunctions.number(a, 2),
                    CanvasFunctions.number(a, 3),
                    CanvasFunctions.number(a, 4),
                    CanvasFunctions.number(a, 5)));
    table.put(
        "addColorStop",
        (ProxyExecutable)
            a -> {
              CanvasPaint.Gradient gradient = a[0].asHostObject();
              return CssColor.parse(a[2].asString())
                  .map(
                      color -> {
                        gradient.addStop(a[1].asDouble(), color);
                        return true;
                      })
                  .orElse(false);
            });
    table.put(
        "pattern",
        (ProxyExecutable)
            a -> {
              Bitmap picture = CanvasFunctions.bitmap(a[0]);
              return new CanvasPaint.Pattern(
                  picture.crop(0, 0, picture.width(), picture.height()),
                  a[1].asBoolean(),
                  a[2].asBoolean());
            });
  }

  private void transforms() {
    change("scale", (t, a) -> t.scale(CanvasFunctions.number(a, 1), CanvasFunctions.number(a, 2)));
    change("rotate", (t, a) -> t.rotate(CanvasFunctions.number(a, 1)));
    change(
        "translate",
        (t, a) -> t.translate(CanvasFunctions.number(a, 1), CanvasFunctions.number(a, 2)));
    change("transform", (t, a) -> t.concatenate(CanvasFunctions.transform(a, 1)));
    change("setTransform", (t, a) -> t.setTransform(CanvasFunctions.transform(a, 1)));
    table.put(
        "getTransform",
        (ProxyExecutable)
            a -> {
              double[] matrix = new double[6];
              CanvasFunctions.context(a).state().transform.getMatrix(matrix);
              return CanvasFunctions.numbers(matrix);
            });
    // Empty when the matrix has no inverse.
    table.put(
        "invert",
        (ProxyExecutable)
            a -> {
              double[] matrix = new double[6];
              try {
                CanvasFunctions.transform(a, 0).createInverse().getMatrix(matrix);
              } catch (NoninvertibleTransformException e) {
                matrix = new double[0];
              }
              return CanvasFunctions.numbers(matrix);
            });
  }

  private static void setPaint(Value[] a, CanvasPaint paint) {
    DrawState state = CanvasFunctions.context(a).state();
    if (a[1].asBoolean()) {
      state.stroke = paint;
    } else {
      state.fill = paint;
    }
  }

  private void set(String name, BiConsumer<Context2D, Value> body) {
    String function = "set" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    table.put(
        function,
        (ProxyExecutable)
            a -> {
              body.accept(CanvasFunctions.context(a), a[1]);
              return true;
            });
  }

  private void change(String name, BiConsumer<AffineTransform, Value[]> body) {
    table.put(
        name,
        (ProxyExecutable)
            a -> {
              body.accept(CanvasFunctions.context(a).state().transform, a);
              return true;
            });
  }

  private static double[] doubles(Value array) {
    double[] values = new double[(int) array.getArraySize()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.getArrayElement(i).asDouble();
    }
    return values;
  }
}
