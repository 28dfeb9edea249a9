/// SearchAPI.io: a source that names a search engine and its parameters in; what the engine
/// answered, as canonical JSON, or why there is nothing, out. A page that was paid for is kept
/// until the visit has ended, so that a resumed visit pays for the missing ones only.
@NullMarked
package io.competitoriq.crawl.collector.searchapi;

import org.jspecify.annotations.NullMarked;
