package dev.webnn4j;

/** Operators that bring elements to a mean of 0 and a variance of 1. */
public sealed interface NormalizationMethods extends OperatorMethods permits MLGraphBuilder {}
