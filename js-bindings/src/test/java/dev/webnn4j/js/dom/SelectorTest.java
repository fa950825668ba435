package dev.webnn4j.js.dom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {
  private static final DomFixture PAGE =
      new DomFixture(
          """
          <!DOCTYPE html><html lang=en><body>
          <ul id=list><li id=l1 class="odd first">1<li id=l2>2<li id=l3 class=odd>3<li id=l4 data-x="A b">4</ul>
          <form id=f><fieldset id=fs disabled><legend><input id=i0></legend><input id=i1 type=checkbox checked></fieldset>
          <input id=i2 type=radio name=r checked><input id=i3 type=RADIO name=r required><select id=s><option id=o1>a<option id=o2 selected>b</select></form>
          <p id="p.1"><b id=b1></b><i id=e1></i></p></body></html>
          """);

  @AfterAll
  static void close() {
    PAGE.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "li | l1 l2 l3 l4",
        "LI.odd | l1 l3",
        ".odd.first | l1",
        "#list > li:first-child | l1",
        "li:last-child | l4",
        "li:nth-child(2n+1) | l1 l3",
        "li:nth-child(even) | l2 l4",
        "li:nth-child(-n+2) | l1 l2",
        "li:nth-last-child(2) | l3",
        "li:not(.odd) | l2 l4",
        "li:not(.odd, #l4) | l2",
        "#l1 + li | l2",
        "#l2 ~ li | l3 l4",
        "[data-x='A b'] | l4",
        "[data-x='a B' i] | l4",
        "[data-x~=b] | l4",
        "[data-x^=A] | l4",
        "[data-x$=b] | l4",
        "[data-x*=' '] | l4",
        "[type=radio] | i2 i3",
        "input:checked | i1 i2",
        "option:checked | o2",
        ":disabled | fs i1",
        "input:enabled | i0 i2 i3",
        "input:required | i3",
        ":root > body > ul | list",
        "p > :empty | b1 e1",
        "#p\\.1 | p.1",
        "ul, p | list p.1",
        "p:has(> b) | p.1",
        "form:has(:checked) | f",
        ":is(b, i)[id] | b1 e1",
        "li:only-child | ''",
        "b:first-of-type | b1",
        "* > i | e1",
        "ul li::before | ''",
        "[id^=l]:nth-of-type(3) | l3"
      })
  void finds(String selector, String expected) {
    PAGE.context.getBindings("js").putMember("selector", selector);
    assertEquals(
        expected, PAGE.text("[...document.querySelectorAll(selector)].map((e) => e.id).join(' ')"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "li:visible",
        "a:eq(0)",
        "[",
        "li:first",
        "",
        "a >",
        "::",
        "a,,b",
        "[a=]",
        ":has(*,:jqfake)",
        "li:nth-child(x)"
      })
  void refuses(String selector) {
    PAGE.context.getBindings("js").putMember("selector", selector);
    assertEquals(
        "SyntaxError 12",
        PAGE.text(
            "(() => { try { document.querySelector(selector); return 'found' } catch (e) { return"
                + " e.name + ' ' + e.code } })()"));
  }

  @ParameterizedTest
  @CsvSource({"':scope > li',4", "'ul > li',4", "':scope',0", "'body li.odd',2"})
  void searchesBelowAnElement(String selector, int expected) {
    PAGE.context.getBindings("js").putMember("selector", selector);
    assertEquals(
        expected, PAGE.number("document.getElementById('list').querySelectorAll(selector).length"));
  }

  @ParameterizedTest
  @CsvSource({"ul,list", "'.odd',l1", "':scope',l1", "body,''"})
  void findsTheClosest(String selector, String expected) {
    PAGE.context.getBindings("js").putMember("selector", selector);
    assertEquals(expected, PAGE.text("document.getElementById('l1').closest(selector).id"));
  }
}
