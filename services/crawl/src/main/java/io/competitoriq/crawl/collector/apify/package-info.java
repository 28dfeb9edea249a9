/// Apify: a source that names an actor in; what the actor's run put into its dataset, as canonical
/// JSON, or why there is none, out. A run is started once per visit, however often the visit is
/// resumed.
@NullMarked
package io.competitoriq.crawl.collector.apify;

import org.jspecify.annotations.NullMarked;
