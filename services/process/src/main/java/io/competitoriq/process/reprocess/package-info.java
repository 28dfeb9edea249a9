/// Stored snapshots and today's extractor in; documents and facts as they would have been, with
/// what that changes, out. Raises nothing.
@NullMarked
package io.competitoriq.process.reprocess;

import org.jspecify.annotations.NullMarked;
