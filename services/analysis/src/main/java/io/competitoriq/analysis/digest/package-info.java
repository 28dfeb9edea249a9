/// Signals of a period in; an edition that is kept as it was sent, and its mail, its PDF and its
/// messages out. [Editorial] says in which words, once for all of them; [Cadence] says when.
@NullMarked
package io.competitoriq.analysis.digest;

import org.jspecify.annotations.NullMarked;
