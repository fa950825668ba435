package dev.webnn4j.js.dom.canvas;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * What the JavaScript face of the canvas calls, by name. The first argument of each is the {@link
 * Context2D} or the {@link CanvasPath} that an earlier call handed out; numbers have been checked
 * to be finite on the JavaScript side.
 */
public final class CanvasFunctions {
  private final Map<String, Object> table = new HashMap<>();

  private CanvasFunctions() {
    surfaces();
    drawing();
    paths();
    pixels();
    StateFunctions.addTo(table);
  }

  /** The functions by name, for a ProxyObject. */
  public static Map<String, Object> table() {
    return new CanvasFunctions().table;
  }

  private void surfaces() {
    function("newContext", a -> new Context2D(a[0].asInt(), a[1].asInt()));
    action("reset", (c, a) -> c.reset(a[1].asInt(), a[2].asInt()));
    action("save", (c, a) -> c.save());
    action("restore", (c, a) -> c.restore());
    function("bitmapOf", a -> context(a).bitmap());
    function(
        "crop", a -> bitmap(a[0]).crop(a[1].asInt(), a[2].asInt(), a[3].asInt(), a[4].asInt()));
    function(
        "resize", a -> ResizedBitmap.of(bitmap(a[0]), a[1].asInt(), a[2].asInt(), a[3].asString()));
    function("flip", a -> ResizedBitmap.flipped(bitmap(a[0])));
    function("width", a -> bitmap(a[0]).width());
    function("height", a -> bitmap(a[0]).height());
    function(
        "encode",
        a ->
            ByteBuffer.wrap(PictureEncoder.encode(bitmap(a[0]), a[1].asString(), a[2].asDouble())));
    function("encodesTo", a -> PictureEncoder.typeFor(a[0].asString()));
  }

  private void drawing() {
    action(
        "fillRect", (c, a) -> c.fillRect(number(a, 1), number(a, 2), number(a, 3), number(a, 4)));
    action(
        "clearRect", (c, a) -> c.clearRect(number(a, 1), number(a, 2), number(a, 3), number(a, 4)));
    action(
        "strokeRect",
        (c, a) -> c.strokeRect(number(a, 1), number(a, 2), number(a, 3), number(a, 4)));
    action(
        "fillText",
        (c, a) -> c.fillText(a[1].asString(), number(a, 2), number(a, 3), number(a, 4)));
    action(
        "strokeText",
        (c, a) -> c.strokeText(a[1].asString(), number(a, 2), number(a, 3), number(a, 4)));
    function("measureText", a -> numbers(TextPainter.measure(context(a).state(), a[1].asString())));
    action("drawImage", (c, a) -> c.drawImage(bitmap(a[1]), numbers(a, 2, 4), numbers(a, 6, 4)));
    action("fill", (c, a) -> c.fill(pathOr(c, a[1]), a[2].asBoolean()));
    action("stroke", (c, a) -> c.stroke(pathOr(c, a[1])));
    action("clip", (c, a) -> c.clip(pathOr(c, a[1]), a[2].asBoolean()));
    function(
        "isPointInPath",
        a ->
            context(a)
                .isPointInPath(
                    pathOr(context(a), a[1]), number(a, 2), number(a, 3), a[4].asBoolean()));
    function(
        "isPointInStroke",
        a -> context(a).isPointInStroke(pathOr(context(a), a[1]), number(a, 2), number(a, 3)));
  }

  private void paths() {
    function("newPath", a -> new CanvasPath());
    function("copyPath", a -> path(a).copy());
    function("parsePath", a -> SvgPathData.parse(a[0].asString()));
    segment(
        "addPath", (p, a) -> p.path().addPath(a[1].<CanvasPath>asHostObject(), transform(a, 2)));
    segment("beginPath", (p, a) -> p.path().clear());
    segment("closePath", (p, a) -> p.path().closePath());
    segment("moveTo", (p, a) -> p.path().moveTo(p.transform(), number(a, 1), number(a, 2)));
    segment("lineTo", (p, a) -> p.path().lineTo(p.transform(), number(a, 1), number(a, 2)));
    segment(
        "quadraticCurveTo",
        (p, a) ->
            p.path()
                .quadraticCurveTo(
                    p.transform(), number(a, 1), number(a, 2), number(a, 3), number(a, 4)));
    segment(
        "bezierCurveTo",
        (p, a) ->
            p.path()
                .bezierCurveTo(
                    p.transform(),
                    number(a, 1),
                    number(a, 2),
                    number(a, 3),
                    number(a, 4),
                    number(a, 5),
                    number(a, 6)));
    segment(
        "rect",
        (p, a) ->
            p.path().rect(p.transform(), number(a, 1), number(a, 2), number(a, 3), number(a, 4)));
    segment(
        "roundRect",
        (p, a) ->
            p.path()
                .roundRect(
                    p.transform(),
                    number(a, 1),
                    number(a, 2),
                    number(a, 3),
                    number(a, 4),
                    numbers(a, 5, 4)));
    segment(
        "arcTo",
        (p, a) ->
            p.path()
                .arcTo(
                    p.transform(),
                    number(a, 1),
                    number(a, 2),
                    number(a, 3),
                    number(a, 4),
                    number(a, 5)));
    segment(
        "ellipse",
        (p, a) ->
            p.path()
                .ellipse(
                    p.transform(),
                    number(a, 1),
                    number(a, 2),
                    number(a, 3),
                    number(a, 4),
                    number(a, 5),
                    number(a, 6),
                    number(a, 7),
                    a[8].asBoolean()));
  }

  private void pixels() {
    function(
        "getImageData",
        a ->
            ByteBuffer.wrap(
                PixelAccess.read(
                    context(a).bitmap(), a[1].asInt(), a[2].asInt(), a[3].asInt(), a[4].asInt())));
    // arguments: the ArrayBuffer, its byte offset, width, height, x, y, then the dirty rectangle
    action(
        "putImageData",
        (c, a) ->
            PixelAccess.write(
                c.bitmap(),
                bytes(a[1], a[2].asInt(), a[3].asInt() * a[4].asInt() * 4),
                a[3].asInt(),
                a[5].asInt(),
                a[6].asInt(),
                Arrays.stream(numbers(a, 7, 4)).mapToInt(v -> (int) v).toArray()));
    function(
        "bitmapFromPixels",
        a -> {
          Bitmap bitmap = new Bitmap(a[2].asInt(), a[3].asInt());
          int[] all = {0, 0, bitmap.width(), bitmap.height()};
          PixelAccess.write(
              bitmap, bytes(a[0], a[1].asInt(), all[2] * all[3] * 4), all[2], 0, 0, all);
          return bitmap;
        });
  }

  private static byte[] bytes(Value buffer, int offset, int length) {
    byte[] bytes = new byte[length];
    buffer.readBuffer(offset, bytes, 0, length);
    return bytes;
  }

  private void function(String name, Function<Value[], Object> body) {
    table.put(name, (ProxyExecutable) body::apply);
  }

  private void action(String name, BiConsumer<Context2D, Value[]> body) {
    table.put(
        name,
        (ProxyExecutable)
            a -> {
              body.accept(context(a), a);
              return true;
            });
  }

  /** A path under construction, and the transform its points go through. */
  private record Segment(CanvasPath path, AffineTransform transform) {}

  private void segment(String name, BiConsumer<Segment, Value[]> body) {
    table.put(
        name,
        (ProxyExecutable)
            a -> {
              Object target = a[0].asHostObject();
              Segment segment =
                  target instanceof Context2D context
                      ? new Segment(context.path(), context.state().transform)
                      : new Segment((CanvasPath) target, new AffineTransform());
              body.accept(segment, a);
              return true;
            });
  }

  static Context2D context(Value[] a) {
    return a[0].asHostObject();
  }

  private static CanvasPath path(Value[] a) {
    return a[0].asHostObject();
  }

  private static CanvasPath pathOr(Context2D context, Value path) {
    return path.isHostObject() ? path.asHostObject() : context.path();
  }

  static Bitmap bitmap(Value value) {
    return value.asHostObject();
  }

  static double number(Value[] a, int at) {
    return a[at].asDouble();
  }

  static double[] numbers(Value[] a, int from, int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = a[from + i].asDouble();
    }
    return numbers;
  }

  static AffineTransform transform(Value[] a, int from) {
    return new AffineTransform(numbers(a, from, 6));
  }

  static ProxyArray numbers(double[] values) {
    return ProxyArray.fromArray(Arrays.stream(values).boxed().toArray());
  }
}
