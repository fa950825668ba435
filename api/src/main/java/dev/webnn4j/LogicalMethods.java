package dev.webnn4j;

/** Comparisons, logic and selection. */
public sealed interface LogicalMethods extends OperatorMethods permits MLGraphBuilder {}
