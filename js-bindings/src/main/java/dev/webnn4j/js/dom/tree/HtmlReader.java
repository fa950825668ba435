package dev.webnn4j.js.dom.tree;

import java.util.List;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Parses HTML with jsoup and describes the tree as JSON. */
public final class HtmlReader {
  private static final String HTML = Parser.NamespaceHtml;
  private static final String SVG = Parser.NamespaceSvg;
  private static final String MATHML = Parser.NamespaceMathml;

  private HtmlReader() {}

  /**
   * A whole document; scripts carry the line on which their text begins, or with a src their tag.
   */
  public static String document(String html) {
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    TreeJson json = new TreeJson();
    write(parser.parseInput(html, "").childNodes(), json);
    return json.finish();
  }

  /** What innerHTML parses, by the rules that hold inside an element of the given name. */
  public static String fragment(String html, String contextName) {
    TreeJson json = new TreeJson();
    write(Parser.htmlParser().parseFragmentInput(html, new Element(contextName), ""), json);
    return json.finish();
  }

  private static void write(List<Node> nodes, TreeJson json) {
    for (Node node : nodes) {
      switch (node) {
        case Element element -> element(element, json);
        case CDataNode cdata -> json.object("cdata", cdata.getWholeText());
        case TextNode text -> json.text(text.getWholeText());
        case DataNode data -> json.text(data.getWholeData());
        case Comment comment -> json.object("comment", comment.getData());
        case DocumentType type ->
            json.object(
                "doctype", type.name(), "publicId", type.publicId(), "systemId", type.systemId());
        default -> {} // XML declarations, which HTML turns into comments
      }
    }
  }

  private static void element(Element element, TreeJson json) {
    json.element(element.tag().name(), namespace(element.tag().namespace()));
    for (Attribute attribute : element.attributes()) {
      if (!attribute.getKey().startsWith("/")) {
        json.attribute(attribute.getKey(), attribute.getValue());
      }
    }
    json.children();
    write(element.childNodes(), json);
    json.end(element.normalName().equals("script") ? line(element) : 0);
  }

  private static int line(Element script) {
    if (!script.sourceRange().isTracked()) {
      return 0;
    }
    return script.hasAttr("src")
        ? script.sourceRange().start().lineNumber()
        : script.sourceRange().end().lineNumber();
  }

  private static String namespace(String uri) {
    return switch (uri) {
      case HTML -> "h";
      case SVG -> "s";
      case MATHML -> "m";
      default -> uri;
    };
  }
}
