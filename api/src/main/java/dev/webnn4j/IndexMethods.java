package dev.webnn4j;

/** Operators that pick and place elements by index: gather and scatter. */
public sealed interface IndexMethods extends OperatorMethods permits MLGraphBuilder {}
