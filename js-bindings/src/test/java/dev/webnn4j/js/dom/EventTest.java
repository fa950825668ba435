package dev.webnn4j.js.dom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventTest {
  // A page of its own for each test: listeners of window and document would stay.
  private final DomFixture page =
      new DomFixture(
          """
          <body><div id=outer><button id=b onclick="clicked = [this.id, event.type, typeof title].join(' ')" type=button>x</button></div>
          <label id=lc>check <input type=checkbox id=c></label>
          <form id=f><label id=l2 for=r2><b id=inlabel>two</b></label><input type=radio name=r id=r1 checked><input type=radio name=r id=r2>
          <input id=t value=start><select id=s><option value=1>a</option><option value=2>b</option></select><textarea id=ta>old</textarea>
          <input type=number id=n value=1.5><input type=range id=g min=0 max=1 step=0.1 value=0.7><button id=submit>go</button></form></body>
          """);

  @BeforeEach
  void load() {
    page.eval("globalThis.$ = (id) => document.getElementById(id); globalThis.log = []");
  }

  @AfterEach
  void close() {
    page.close();
  }

  @Test
  void phasesComeInOrder() {
    assertEquals(
        "window1 document1 outer1 b2c b2 outer3 document3 window3",
        page.text(
            """
            for (const [name, target] of [['window', window], ['document', document], ['outer', $('outer')]]) {
              target.addEventListener('ping', (e) => log.push(name + e.eventPhase), true);
              target.addEventListener('ping', (e) => log.push(name + e.eventPhase));
            }
            $('b').addEventListener('ping', (e) => log.push('b' + e.eventPhase));
            $('b').addEventListener('ping', (e) => log.push('b' + e.eventPhase + 'c'), {capture: true});
            $('b').dispatchEvent(new Event('ping', {bubbles: true}));
            log.join(' ')
            """));
  }

  @Test
  void loadDoesNotReachTheWindow() {
    assertEquals(
        "0",
        page.text(
            "window.addEventListener('load', () => log.push('load')); $('b').dispatchEvent(new"
                + " Event('load', {bubbles: true})); String(log.length)"));
  }

  @Test
  void inlineHandlersSeeElementAndDocument() {
    assertEquals("b click string", page.text("$('b').click(); clicked"));
    assertTrue(page.holds("typeof $('b').onclick === 'function'"));
    assertEquals("null", page.text("$('b').removeAttribute('onclick'); String($('b').onclick)"));
  }

  @Test
  void clickingALabelChecksItsBox() {
    page.eval(
        "for (const type of ['click', 'input', 'change']) document.addEventListener(type, (e) =>"
            + " log.push(type + ':' + e.target.id + ':' + $('c').checked))");
    page.document.click("#lc");
    assertEquals(
        "click:lc:false click:c:true input:c:true change:c:true", page.text("log.join(' ')"));
  }

  @Test
  void clickingALabelMovesTheRadioOfItsGroup() {
    page.eval("$('f').addEventListener('change', (e) => log.push(e.target.id))");
    page.document.click("#inlabel");
    assertEquals("r2 false true", page.text("[log, $('r1').checked, $('r2').checked].join(' ')"));
  }

  @Test
  void preventedClicksUndoTheCheck() {
    assertEquals(
        "true false 0",
        page.text(
            "$('c').onclick = () => { log.push($('c').checked); return false }; $('c').onchange ="
                + " () => log.push('change'); $('c').click(); [log, $('c').checked, log.length -"
                + " 1].join(' ')"));
    assertEquals(
        "r1",
        page.text(
            "$('r2').onclick = (e) => e.preventDefault(); $('r2').click();"
                + " document.querySelector('input[name=r]:checked').id"));
  }

  @Test
  void clickingNothingIsTheCallersMistake() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> page.document.click("#nowhere"));
    assertTrue(e.getMessage().contains("#nowhere"), e.getMessage());
  }

  @Test
  void controlsKeepTheirValues() {
    assertEquals(
        "start new start 1.5 0.7 0 1 2 b old",
        page.text(
            """
            const values = [$('t').value];
            $('t').value = 'new';
            values.push($('t').value, $('t').getAttribute('value'), $('n').valueAsNumber, $('g').value, $('s').selectedIndex, $('s').value);
            $('s').value = '2';
            values.push($('s').value, $('s').options[$('s').selectedIndex].text, $('ta').value);
            values.join(' ')
            """));
    assertEquals(
        "start 0 old true",
        page.text(
            "$('ta').value = 'n'; $('r2').checked = true; $('f').reset(); [$('t').value,"
                + " $('s').selectedIndex, $('ta').value, $('r1').checked].join(' ')"));
  }

  @Test
  void submittingFiresOnlyTheEvent() {
    assertEquals(
        "submit:submit",
        page.text(
            "$('f').onsubmit = (e) => { log.push(e.type + ':' + e.submitter.id); return false };"
                + " $('submit').click(); log.join(' ')"));
  }

  @Test
  void disabledControlsDoNotReact() {
    assertEquals(
        "false", page.text("$('c').disabled = true; $('c').click(); String($('c').checked)"));
    page.document.click("#lc");
    assertEquals("false", page.text("String($('c').checked)"));
  }

  @Test
  void mutationObserversGetRecords() {
    assertEquals(
        "childList:outer:1 attributes:b:title:null",
        page.text(
                    "new MutationObserver((rs) => rs.forEach((r) => log.push(r.type === 'childList'"
                        + " ? `childList:${r.target.id}:${r.addedNodes.length}` :"
                        + " `attributes:${r.target.id}:${r.attributeName}:${r.oldValue}`))).observe($('outer'),"
                        + " {childList: true, subtree: true, attributeOldValue: true});"
                        + " $('outer').append('x'); $('b').title = 't'; 0")
                .equals("0")
            ? page.text("log.join(' ')")
            : "");
  }

  @Test
  void focusMovesWithItsEvents() {
    assertEquals(
        "focus:t blur:t focus:ta ta",
        page.text(
            "for (const id of ['t', 'ta']) for (const type of ['focus', 'blur'])"
                + " $(id).addEventListener(type, (e) => log.push(type + ':' + id)); $('t').focus();"
                + " $('ta').focus(); log.concat(document.activeElement.id).join(' ')"));
  }

  @Test
  void cookiesLastAsLongAsThePage() {
    assertEquals(
        "a=1; b=2|b=2",
        page.text(
            "document.cookie = 'a=1; path=/'; document.cookie = 'b=2'; const all = document.cookie;"
                + " document.cookie = 'a=; max-age=0'; all + '|' + document.cookie"));
  }
}
