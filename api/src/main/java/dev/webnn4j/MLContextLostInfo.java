package dev.webnn4j;

/** Why a context was lost, in one sentence. */
public record MLContextLostInfo(String message) {}
