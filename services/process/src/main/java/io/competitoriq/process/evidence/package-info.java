/// Quotes with offsets in; evidence that says whether the stored text really holds them out.
@NullMarked
package io.competitoriq.process.evidence;

import org.jspecify.annotations.NullMarked;
