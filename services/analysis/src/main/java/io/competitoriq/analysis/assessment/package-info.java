/// A signal's changes and evidence in; what the language model makes of them out, with every claim
/// checked against the quotes that were sent.
@NullMarked
package io.competitoriq.analysis.assessment;

import org.jspecify.annotations.NullMarked;
