package dev.webnn4j.js.dom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TreeTest {
  private static final DomFixture PAGE = new DomFixture("");

  @BeforeEach
  void load() {
    PAGE.document.load(
        "<!DOCTYPE html><title> A  page </title><div id=a class='x y'>one<b>two</b>three</div>",
        DomFixture.URL);
  }

  @AfterAll
  static void close() {
    PAGE.close();
  }

  @Test
  void parsesAndSerialises() {
    assertEquals(
        "<!DOCTYPE html><html><head><title> A  page </title></head><body>"
            + "<div id=\"a\" class=\"x y\">one<b>two</b>three</div></body></html>",
        PAGE.document.serialize());
    assertEquals("A page", PAGE.text("document.title"));
    assertEquals("CSS1Compat", PAGE.text("document.compatMode"));
  }

  @Test
  void sameNodeIsSameObject() {
    assertTrue(PAGE.holds("document.getElementById('a') === document.querySelector('.x')"));
    assertTrue(PAGE.holds("a1 = document.getElementById('a'); a1.firstChild === a1.childNodes[0]"));
    assertTrue(PAGE.holds("a1.childNodes === a1.childNodes && a1.classList === a1.classList"));
    assertTrue(PAGE.holds("a1.attributes[0] === a1.getAttributeNode('id')"));
  }

  @Test
  void movesNodesAndFragments() {
    assertEquals(
        "two|<i></i>x<u></u>one<b>two</b>three",
        PAGE.text(
            """
            const a = document.getElementById('a');
            const fragment = document.createDocumentFragment();
            fragment.append(document.createElement('i'), 'x', document.createElement('u'));
            a.prepend(fragment);
            const bold = a.querySelector('b').textContent;
            [bold, a.innerHTML].join('|') + (fragment.childNodes.length || '')
            """));
    assertEquals(
        "threetwo<p></p>one",
        PAGE.text(
            """
            {
              const a = document.getElementById('a');
              a.innerHTML = 'one<b>two</b>three';
              const [one, bold, three] = a.childNodes;
              a.insertBefore(three, one);
              bold.replaceWith(document.createElement('p'));
              one.before(a.querySelector('p'));
              a.firstChild.after('two');
              a.innerHTML
            }
            """));
  }

  @Test
  void refusesImpossibleTrees() {
    String attempt = "(f => { try { f(); return 'done' } catch (e) { return e.name } })";
    assertEquals(
        "HierarchyRequestError",
        PAGE.text(attempt + "(() => document.querySelector('b').append(document.body))"));
    assertEquals(
        "NotFoundError",
        PAGE.text(attempt + "(() => document.body.removeChild(document.createElement('i')))"));
    assertEquals(
        "InvalidCharacterError", PAGE.text(attempt + "(() => document.createElement('a b'))"));
    assertEquals("TypeError", PAGE.text(attempt + "(() => document.body.appendChild('text'))"));
    assertEquals("TypeError", PAGE.text(attempt + "(() => new HTMLDivElement())"));
    assertTrue(
        PAGE.text("(() => { try { new Element() } catch (e) { return e.message } })()")
            .contains("Illegal constructor"));
  }

  @Test
  void liveListsFollowTheTreeAndStaticOnesDoNot() {
    assertEquals(
        "1 1 0 | 3 1 2",
        PAGE.text(
            """
            {
              const live = document.getElementsByTagName('b');
              const fixed = document.querySelectorAll('b');
              const children = document.querySelector('b').children;
              const before = [live.length, fixed.length, children.length].join(' ');
              document.querySelector('b').innerHTML = '<b></b><b></b>';
              before + ' | ' + [live.length, fixed.length, children.length].join(' ')
            }
            """));
  }

  @Test
  void clonesDeepWithoutListeners() {
    assertEquals(
        "true false two 0",
        PAGE.text(
            """
            {
              let calls = 0;
              const a = document.getElementById('a');
              a.addEventListener('x', () => calls++);
              const copy = a.cloneNode(true);
              copy.dispatchEvent(new Event('x'));
              [a.isEqualNode(copy), copy.isConnected, copy.querySelector('b').textContent, calls].join(' ')
            }
            """));
  }

  @Test
  void comparesPositions() {
    assertEquals(
        "20 10 4 2 0 true",
        PAGE.text(
            """
            {
              const a = document.getElementById('a'), b = a.querySelector('b');
              [a.compareDocumentPosition(b), b.compareDocumentPosition(a), a.firstChild.compareDocumentPosition(b),
               b.compareDocumentPosition(a.firstChild), a.compareDocumentPosition(a),
               (a.compareDocumentPosition(document.createElement('i')) & 1) === 1].join(' ')
            }
            """));
  }

  @Test
  void insertsMarkup() {
    assertEquals(
        "<i>0</i><div id=\"a\" class=\"x y\"><i>1</i>one<b>two</b>three<i>2</i></div><i>3</i>",
        PAGE.text(
            """
            {
              const a = document.getElementById('a');
              ['beforebegin', 'afterbegin', 'beforeend', 'afterend'].forEach((where, i) => a.insertAdjacentHTML(where, `<i>${i}</i>`));
              document.body.innerHTML
            }
            """));
    assertEquals(
        "<td>1</td>",
        PAGE.text(
            "const row = document.createElement('tr'); row.innerHTML = '<td>1</td>';"
                + " row.innerHTML"));
  }

  @Test
  void escapesWhatItSerialises() {
    assertEquals(
        "<p title=\"&quot;&amp;&lt;\">&lt;&amp;&nbsp;</p>",
        PAGE.text(
            "{ const p = document.createElement('p'); p.title = '\"&<'; p.textContent ="
                + " '<&\\u00a0'; p.outerHTML }"));
  }

  @Test
  void scriptsKeepTheirTextAndLine() {
    PAGE.document.load(
        "<body>\n<script>\nif (1 < 2) {}\n</script>\n\n<script src=a.js async></script>",
        DomFixture.URL);
    var scripts = PAGE.document.scripts();
    assertEquals("\nif (1 < 2) {}\n", scripts.get(0).inlineText());
    assertEquals(2, scripts.get(0).line());
    assertEquals("a.js", scripts.get(1).src());
    assertEquals(6, scripts.get(1).line());
    assertTrue(scripts.get(1).async());
    assertFalse(scripts.get(1).defer());
  }

  @Test
  void datasetClassListAndStyle() {
    assertEquals(
        "7 data-my-key | x z | color: red; margin-left: 2px; | red |",
        PAGE.text(
            """
            {
              const a = document.getElementById('a');
              a.dataset.myKey = 7;
              a.classList.toggle('y');
              a.classList.add('z');
              a.style.cssText = 'color: red; MARGIN-LEFT: 2px';
              [[a.dataset.myKey, a.getAttributeNames().at(-2)].join(' '), a.className, a.getAttribute('style'), a.style.color,
               a.style.top].join(' | ').trim()
            }
            """));
  }

  @Test
  void innerTextShowsWhatIsVisible() {
    assertEquals(
        "one\ntwo three\nfour",
        PAGE.text(
            "document.body.innerHTML = '<p>one</p> two <b>three</b><script>x</script><i"
                + " hidden>no</i><br>four'; document.body.innerText"));
  }
}
