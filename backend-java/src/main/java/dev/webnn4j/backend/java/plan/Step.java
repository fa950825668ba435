package dev.webnn4j.backend.java.plan;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.KernelTable;
import dev.webnn4j.graph.Node;

/** One operation of a plan: what it computes, the kernel that does it, and its memory. */
public record Step(Node node, KernelTable.Choice choice, Buffers buffers) {}
