package dev.webnn4j.js.page;

import dev.webnn4j.js.web.ScriptPlace;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;

/** Where in a page's scripts an error comes from. */
final class JsStack {
  private record Frame(String function, ScriptPlace place) {
    @Override
    public String toString() {
      return function.isEmpty() ? "at " + place : "at " + function + " (" + place + ")";
    }
  }

  private JsStack() {}

  /** The frames in the page's own scripts, innermost first. */
  static List<String> of(PolyglotException error) {
    return frames(error).stream().map(Frame::toString).toList();
  }

  /** The innermost place in the page's own scripts. */
  static Optional<ScriptPlace> placeOf(PolyglotException error) {
    return frames(error).stream().findFirst().map(Frame::place);
  }

  private static List<Frame> frames(PolyglotException error) {
    List<Frame> frames = new ArrayList<>();
    for (PolyglotException.StackFrame frame : error.getPolyglotStackTrace()) {
      SourceSection section = frame.getSourceLocation();
      if (frame.isGuestFrame() && isOfPage(section)) {
        String name = frame.getRootName();
        boolean named = name != null && !name.startsWith(":");
        frames.add(new Frame(named ? name : "", place(section)));
      }
    }
    // What the engine refuses to parse has no frame, but a place.
    if (frames.isEmpty() && isOfPage(error.getSourceLocation())) {
      frames.add(new Frame("", place(error.getSourceLocation())));
    }
    return frames;
  }

  private static boolean isOfPage(SourceSection section) {
    return section != null && !section.getSource().isInternal();
  }

  private static ScriptPlace place(SourceSection section) {
    return new ScriptPlace(
        url(section.getSource()), section.getStartLine(), section.getStartColumn());
  }

  private static String url(Source source) {
    return Optional.ofNullable(source.getPath())
        .flatMap(path -> WebPath.toUrl(Path.of(path)))
        .map(WebUrls::withoutFragment)
        .map(URI::toString)
        .orElse(source.getName());
  }
}
