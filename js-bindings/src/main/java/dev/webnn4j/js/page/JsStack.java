package dev.webnn4j.js.page;

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
  private JsStack() {}

  /** The frames in the page's own scripts, innermost first. */
  static List<String> of(PolyglotException error) {
    List<String> frames = new ArrayList<>();
    for (PolyglotException.StackFrame frame : error.getPolyglotStackTrace()) {
      SourceSection section = frame.getSourceLocation();
      if (frame.isGuestFrame() && section != null && !section.getSource().isInternal()) {
        String name = frame.getRootName();
        boolean named = name != null && !name.isEmpty() && !name.startsWith(":");
        frames.add(named ? "at " + name + " (" + place(section) + ")" : "at " + place(section));
      }
    }
    // The engine refuses to parse: there is no frame, but a place.
    if (frames.isEmpty() && error.getSourceLocation() != null) {
      frames.add("at " + place(error.getSourceLocation()));
    }
    return frames;
  }

  private static String place(SourceSection section) {
    return url(section.getSource()) + ":" + section.getStartLine() + ":" + section.getStartColumn();
  }

  private static String url(Source source) {
    return Optional.ofNullable(source.getPath())
        .flatMap(path -> WebPath.toUrl(Path.of(path)))
        .map(WebUrls::withoutFragment)
        .map(URI::toString)
        .orElse(source.getName());
  }
}
