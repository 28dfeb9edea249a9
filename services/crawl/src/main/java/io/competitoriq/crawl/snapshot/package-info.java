/// Snapshots: a page worth keeping in; an immutable row, its body in the blob store and the next
/// step's job out.
@NullMarked
package io.competitoriq.crawl.snapshot;

import org.jspecify.annotations.NullMarked;
