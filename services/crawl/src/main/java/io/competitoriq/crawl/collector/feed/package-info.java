/// Feeds: the address of an RSS, Atom or JSON feed in; the raw feed or why there is none out.
@NullMarked
package io.competitoriq.crawl.collector.feed;

import org.jspecify.annotations.NullMarked;
