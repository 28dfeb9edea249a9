/// Collectors: a source in; what there was to collect out. One implementation per way of
/// collecting.
@NullMarked
package io.competitoriq.crawl.collector;

import org.jspecify.annotations.NullMarked;
