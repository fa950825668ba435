package dev.webnn4j.js.dom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterfacesTest {
  private static final DomFixture PAGE = new DomFixture("<p>");

  @AfterAll
  static void close() {
    PAGE.close();
  }

  @ParameterizedTest
  @CsvSource({
    "div,HTMLDivElement", "canvas,HTMLCanvasElement", "img,HTMLImageElement",
        "input,HTMLInputElement", "select,HTMLSelectElement",
    "option,HTMLOptionElement", "button,HTMLButtonElement", "label,HTMLLabelElement",
        "script,HTMLScriptElement", "form,HTMLFormElement",
    "textarea,HTMLTextAreaElement", "a,HTMLAnchorElement", "table,HTMLTableElement",
        "tr,HTMLTableRowElement", "span,HTMLSpanElement",
    "section,HTMLElement", "blink,HTMLUnknownElement", "my-element,HTMLElement",
        "h2,HTMLHeadingElement", "video,HTMLVideoElement"
  })
  void elementsHaveTheirClass(String name, String expected) {
    PAGE.eval("globalThis.e = document.createElement('" + name + "')");
    assertEquals(
        "[object " + expected + "]",
        PAGE.text("Object.prototype.toString.call(e)").replace(PAGE.text("location.href"), ""));
    assertTrue(
        PAGE.holds(
            "e instanceof "
                + expected
                + " && e instanceof HTMLElement && e instanceof Node && e instanceof EventTarget"));
    assertEquals(name.toUpperCase(java.util.Locale.ROOT), PAGE.text("e.tagName"));
  }

  @Test
  void otherNodesHaveTheirNames() {
    assertEquals(
        "[object HTMLDocument] [object Text] [object Comment] [object DocumentFragment] [object"
            + " NodeList] [object HTMLCollection] [object NamedNodeMap] [object DOMTokenList]"
            + " [object CSSStyleDeclaration] [object DOMStringMap] [object DOMRect]",
        PAGE.text(
            """
            [document, new Text('x'), new Comment('x'), document.createDocumentFragment(), document.childNodes, document.children,
             document.body.attributes, document.body.classList, document.body.style, document.body.dataset,
             document.body.getBoundingClientRect()].map((o) => Object.prototype.toString.call(o)).join(' ')
            """));
  }

  @Test
  void svgElementsSupportTransformLists() {
    assertEquals(
        "[object SVGSVGElement] svg translate(1 2) rotate(45 0 0) 2",
        PAGE.text(
            """
            {
              const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
              const g = document.createElementNS('http://www.w3.org/2000/svg', 'g');
              const t = svg.createSVGTransform(), r = svg.createSVGTransform();
              g.transform.baseVal.initialize(t);
              g.transform.baseVal.appendItem(r);
              t.setTranslate(1, 2);
              r.setRotate(45, 0, 0);
              [svg, svg.tagName, g.getAttribute('transform'), g.transform.baseVal.numberOfItems].join(' ')
            }
            """));
  }

  @Test
  void elementsOfOtherKindsLackForeignMembers() {
    assertEquals("undefined", PAGE.text("typeof new Image().videoWidth"));
    assertEquals("null", PAGE.text("document.createElement('canvas').getContext('webgl2')"));
  }
}
