/// Visits: how an attempt ended in; its row, its live event, the list and the health of sources
/// out.
@NullMarked
package io.competitoriq.crawl.visit;

import org.jspecify.annotations.NullMarked;
