/**
 * {@code navigator.ml} by the letter of Web IDL.
 *
 * <p>The interfaces and the conversions of their arguments are JavaScript, in the resources of this
 * package's name: what a script can observe of a conversion, such as the order in which members are
 * read, is then what the language does by itself. An object of an interface holds its Java object
 * in a private field. {@link dev.webnn4j.js.idl.HostFunctions} is the whole border: plain functions
 * that take converted values and Java objects.
 *
 * <p>Nothing here lists operators. {@link dev.webnn4j.js.idl.OperatorSignatures} describes those of
 * the catalogue, and {@code operators.js} makes the methods.
 */
package dev.webnn4j.js.idl;
