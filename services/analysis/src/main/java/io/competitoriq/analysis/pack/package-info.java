/// A signal in; a ZIP out that proves it without us: the two snapshots as they were stored, the
/// text that was read from them, the quotes, and hashes of everything.
@NullMarked
package io.competitoriq.analysis.pack;

import org.jspecify.annotations.NullMarked;
