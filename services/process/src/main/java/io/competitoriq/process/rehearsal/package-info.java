/// A hunk somebody calls not relevant in; the rule that would cover it, and what that rule would
/// have done to the source's history, out.
@NullMarked
package io.competitoriq.process.rehearsal;

import org.jspecify.annotations.NullMarked;
