/// The bench's door into the package of the same name.
@NullMarked
package io.competitoriq.crawl.site;

import org.jspecify.annotations.NullMarked;
