/// Snapshots in; those of them something was read from out.
@NullMarked
package io.competitoriq.process.citation;

import org.jspecify.annotations.NullMarked;
