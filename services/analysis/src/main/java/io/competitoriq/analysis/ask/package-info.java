/// A question in words in; claims with the sentences they were read from, what was looked through,
/// and an honest verdict out. With a language model its claims are checked against what was found;
/// without one the sources speak for themselves.
@NullMarked
package io.competitoriq.analysis.ask;

import org.jspecify.annotations.NullMarked;
