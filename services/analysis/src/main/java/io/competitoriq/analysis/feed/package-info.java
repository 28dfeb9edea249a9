/// A view of signals in; an RSS feed for whoever holds its address out.
@NullMarked
package io.competitoriq.analysis.feed;

import org.jspecify.annotations.NullMarked;
