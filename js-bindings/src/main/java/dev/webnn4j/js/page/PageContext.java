package dev.webnn4j.js.page;

import dev.webnn4j.js.loop.EventLoop;
import dev.webnn4j.js.resource.ResourceFetcher;
import org.graalvm.polyglot.Context;

/**
 * What an extension of the page gets, before any script runs.
 *
 * @param context the page's context, with the web globals in place
 * @param loop its event loop
 * @param resources where the page's bytes come from
 * @param document the document, still empty
 */
public record PageContext(
    Context context, EventLoop loop, ResourceFetcher resources, DocumentHost document) {}
