package dev.webnn4j.js.page;

/**
 * A script element of the document.
 *
 * @param src the attribute as written, unresolved; empty for an inline script
 * @param type the attribute as written; empty when absent
 * @param async whether the attribute is there
 * @param defer whether the attribute is there
 * @param inlineText the text between the tags
 * @param line the line of the document on which the text (or, with {@code src}, the tag) begins
 * @param handle names the element when talking to its {@link DocumentHost}
 */
public record ScriptElement(
    String src,
    String type,
    boolean async,
    boolean defer,
    String inlineText,
    int line,
    Object handle) {}
