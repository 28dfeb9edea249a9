/// A competitor, or a place in a document, in; the facts that hold today, or whether the words
/// stand there, out.
@NullMarked
package io.competitoriq.analysis.factbook;

import org.jspecify.annotations.NullMarked;
