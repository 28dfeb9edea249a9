/// A page's passages in; the offers a language model reads in them out, unchecked: the service that
/// holds the page's text decides what of them stands.
@NullMarked
package io.competitoriq.analysis.offer;

import org.jspecify.annotations.NullMarked;
