/// Pages with reviewed main content in; how well and how fast we and our peers read them out.
@NullMarked
package io.competitoriq.bench.extraction;

import org.jspecify.annotations.NullMarked;
