package dev.webnn4j.js.dom.tree;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Parses XML with the JDK and describes the tree as JSON; jsoup would mend what must be an error.
 */
public final class XmlReader {
  private XmlReader() {}

  /** The tree, or {@code !} and a message when the text is not well-formed. */
  public static String document(String xml) {
    Handler handler = new Handler();
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://xml.org/sax/features/namespace-prefixes", true);
      // A page's XML must not make the host read files or fetch entities.
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      XMLReader reader = factory.newSAXParser().getXMLReader();
      reader.setContentHandler(handler);
      reader.setErrorHandler(handler);
      reader.setProperty("http://xml.org/sax/properties/lexical-handler", handler);
      reader.parse(
          new InputSource(new StringReader(xml.startsWith("\uFEFF") ? xml.substring(1) : xml)));
      return handler.json.finish();
    } catch (SAXParseException e) {
      return "!error on line "
          + e.getLineNumber()
          + " at column "
          + e.getColumnNumber()
          + ": "
          + e.getMessage();
    } catch (SAXException | IOException e) {
      return "!" + e.getMessage();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's XML parser lacks a feature", e);
    }
  }

  private static final class Handler extends DefaultHandler2 {
    final TreeJson json = new TreeJson();
    private final StringBuilder text = new StringBuilder();
    private boolean cdata;
    private boolean inDtd;
    private int depth;

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
      flush();
      depth++;
      json.element(name, uri.equals("http://www.w3.org/1999/xhtml") ? "h" : uri);
      for (int i = 0; i < attributes.getLength(); i++) {
        json.attribute(attributes.getQName(i), attributes.getValue(i));
      }
      json.children();
    }

    @Override
    public void endElement(String uri, String localName, String name) {
      flush();
      depth--;
      json.end(0);
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      text.append(chars, start, length);
    }

    @Override
    public void ignorableWhitespace(char[] chars, int start, int length) {
      text.append(chars, start, length);
    }

    @Override
    public void startCDATA() {
      flush();
      cdata = true;
    }

    @Override
    public void endCDATA() {
      flush();
      cdata = false;
    }

    @Override
    public void comment(char[] chars, int start, int length) {
      if (!inDtd) {
        flush();
        json.object("comment", new String(chars, start, length));
      }
    }

    @Override
    public void processingInstruction(String target, String data) {
      flush();
      json.object("target", target, "data", data);
    }

    @Override
    public void startDTD(String name, String publicId, String systemId) {
      inDtd = true;
      json.object(
          "doctype",
          name,
          "publicId",
          publicId == null ? "" : publicId,
          "systemId",
          systemId == null ? "" : systemId);
    }

    @Override
    public void endDTD() {
      inDtd = false;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }

    private void flush() {
      if (text.isEmpty() || depth == 0) {
        text.setLength(0);
        return;
      }
      if (cdata) {
        json.object("cdata", text.toString());
      } else {
        json.text(text.toString());
      }
      text.setLength(0);
    }
  }
}
