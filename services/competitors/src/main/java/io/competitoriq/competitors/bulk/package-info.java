/// Many sources at once: a list of addresses, a CSV or an OPML file in; each line's fate out.
@NullMarked
package io.competitoriq.competitors.bulk;

import org.jspecify.annotations.NullMarked;
