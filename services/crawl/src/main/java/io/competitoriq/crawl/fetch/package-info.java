/// Fetching: an address in; what the server's answer means, in words, out.
@NullMarked
package io.competitoriq.crawl.fetch;

import org.jspecify.annotations.NullMarked;
