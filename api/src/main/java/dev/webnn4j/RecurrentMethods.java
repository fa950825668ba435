package dev.webnn4j;

/** Recurrent networks and their cells. */
public sealed interface RecurrentMethods extends OperatorMethods permits MLGraphBuilder {}
