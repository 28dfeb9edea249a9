/// Rendering: an address in; what a browser makes of it, or why nothing, out.
@NullMarked
package io.competitoriq.crawl.render;

import org.jspecify.annotations.NullMarked;
