package dev.webnn4j.js.dom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** jQuery 3.7.1, unmodified. */
class JQueryTest {
  private static final DomFixture PAGE = new DomFixture("<html><body></body></html>");

  @BeforeAll
  static void loadJQuery() throws IOException {
    String path = "META-INF/resources/webjars/jquery/3.7.1/jquery.js";
    try (InputStream in =
        Objects.requireNonNull(ClassLoader.getSystemResourceAsStream(path), path)) {
      PAGE.context.eval("js", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @BeforeEach
  void body() {
    PAGE.uncaught.clear();
    PAGE.eval(
        """
        document.body.innerHTML = `<div id=box class="a b">text<p>one</p><p class=second>two</p></div>
          <form><input id=name name=name value=v><input type=checkbox id=check checked><input type=radio name=r value=1 id=r1>
          <input type=radio name=r value=2 id=r2><select id=pick><option value=x>X</option><option value=y selected>Y</option></select>
          <textarea id=area>long</textarea></form>`;
        """);
  }

  @AfterAll
  static void close() {
    PAGE.close();
  }

  @Test
  void readyRunsAfterTheDocumentIsLoaded() {
    assertEquals("waiting", PAGE.text("globalThis.state = 'waiting'; state"));
    PAGE.document.setReadyState("loading");
    PAGE.eval("jQuery(() => { globalThis.state = 'ready' })");
    PAGE.document.setReadyState("complete");
    PAGE.document.fire("document", "DOMContentLoaded");
    PAGE.loop.run();
    assertEquals("ready", PAGE.text("state"));
  }

  @Test
  void selects() {
    assertEquals(
        "2 1 one 1",
        PAGE.text(
            "[$('#box p').length, $('p.second').length, $('p:first').text(),"
                + " $('p:eq(1)').length].join(' ')"));
    assertEquals("box", PAGE.text("$('p').closest('div').attr('id')"));
    assertEquals(
        "1 2 2",
        PAGE.text(
            "[$('#box').find('> p:contains(two)').length, $('p').parent().children().length,"
                + " $('p').siblings().length].join(' ')"));
  }

  @Test
  void changesTextMarkupAndAttributes() {
    assertEquals(
        "<b>1</b>2 t 3 true undefined",
        PAGE.text(
            """
            $('#box').html('<b>1</b>').append('2').attr({title: 't', 'data-n': 3});
            [$('#box').html(), $('#box').attr('title'), $('#box').data('n'), $('#box').is('[title]'), $('#box').removeAttr('title').attr('title')].join(' ')
              .replace(/ $/, ' undefined')
            """));
    assertEquals("&lt;x&gt;", PAGE.text("$('#box').text('<x>').html()"));
  }

  @Test
  void changesClassesAndStyles() {
    assertEquals(
        "a c true rgb(1, 2, 3) 10px none block",
        PAGE.text(
            """
            const box = $('#box').removeClass('b').addClass('c').css({color: 'rgb(1, 2, 3)', marginLeft: 10});
            const shown = [box.attr('class'), box.hasClass('c'), box.css('color'), box.css('margin-left')];
            box.hide();
            shown.push(box.css('display'));
            box.show();
            shown.push(box.css('display'));
            shown.join(' ')
            """));
    assertTrue(
        PAGE.holds(
            "$('#box').is(':visible') && !$('#box').hide().is(':visible') && $('#box"
                + " p').is(':hidden')"));
  }

  @Test
  void readsAndSetsValues() {
    assertEquals(
        "v y long z x",
        PAGE.text(
            """
            const values = [$('#name').val(), $('#pick').val(), $('#area').val()];
            $('#name').val('z');
            $('#pick').val('x');
            values.concat($('#name').val(), $('#pick option:selected').val()).join(' ')
            """));
    assertEquals(
        "true false true",
        PAGE.text(
            "[$('#check').is(':checked'), $('#r1').is(':checked'), $('#r1').prop('checked',"
                + " true).is(':checked')].join(' ')"));
    assertEquals("name=z&r=1", PAGE.text("$('form').serialize()"));
  }

  @Test
  void delegatesAndTriggersEvents() {
    assertEquals(
        "P:one:7 native:1 change:true",
        PAGE.text(
            """
            const log = [];
            $('#box').on('poke', 'p', (event, extra) => log.push(event.target.tagName + ':' + $(event.target).text() + ':' + extra));
            $('p').first().trigger('poke', [7]);
            $('p').one('click', () => log.push('native:1'));
            document.querySelector('p').click();
            document.querySelector('p').click();
            $('#check').on('change', function () { log.push('change:' + !this.checked) });
            $('#check').trigger('click');
            log.join(' ')
            """));
  }

  @Test
  void buildsAndMovesElements() {
    assertEquals(
        "<li class=\"n\">3</li><li>2</li><li>1</li>",
        PAGE.text(
            """
            const list = $('<ul><li>1</li></ul>').appendTo('#box');
            list.prepend('<li>2</li>').prepend($('<li/>', {text: 3, 'class': 'n'}));
            list.html()
            """));
    assertEquals(
        "0 3",
        PAGE.text(
            "$('p').detach(); const n = $('#box p').length; [n,"
                + " $('<tr><td>1</td><td>2</td><td>3</td></tr>').find('td').length].join(' ')"));
  }

  @Test
  void runsInsertedScriptsThroughTheHost() {
    PAGE.document.onScriptInserted(script -> PAGE.context.eval("js", script.inlineText()));
    assertEquals(
        "5",
        PAGE.text(
            "$('#box').append('<script>globalThis.inserted = 5<\\/script>'); String(inserted)"));
  }

  @Test
  void fadesAndAnimates() {
    assertEquals(
        "done",
        PAGE.text("globalThis.faded = ''; $('#box').fadeOut(30, () => { faded = 'done' }); 'x'")
                .equals("x")
            ? PAGE.text("faded")
            : "");
    assertEquals("none", PAGE.text("$('#box').css('display')"));
    assertEquals(List.of(), PAGE.uncaught);
  }

  @Test
  void parsesXmlAndHtml() {
    assertEquals(
        "2 b",
        PAGE.text(
            "const xml = $($.parseXML('<a><b n=\"1\"/><b n=\"2\"/></a>'));"
                + " [xml.find('b').last().attr('n'), xml.find('b')[0].tagName].join(' ')"));
    assertEquals("I", PAGE.text("$.parseHTML('<i>x</i>')[0].tagName"));
  }
}
