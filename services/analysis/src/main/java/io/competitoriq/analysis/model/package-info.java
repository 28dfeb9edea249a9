/// A question and its data in; a language model's answer, or the distinct reason why there is none,
/// out.
@NullMarked
package io.competitoriq.analysis.model;

import org.jspecify.annotations.NullMarked;
