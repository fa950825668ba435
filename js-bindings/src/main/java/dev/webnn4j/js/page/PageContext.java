package dev.webnn4j.js.page;

import dev.webnn4j.js.loop.EventLoop;
import dev.webnn4j.js.resource.ResourceFetcher;
import org.graalvm.polyglot.Context;

/**
 * What an extension of a page or worker gets, before any script runs.
 *
 * @param context the context, with the web globals in place
 * @param loop its event loop
 * @param resources where its bytes come from
 */
public record PageContext(Context context, EventLoop loop, ResourceFetcher resources) {}
