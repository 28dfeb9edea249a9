/// Politeness: an address in; leave to visit it, or the reason why not (now), out.
@NullMarked
package io.competitoriq.crawl.politeness;

import org.jspecify.annotations.NullMarked;
