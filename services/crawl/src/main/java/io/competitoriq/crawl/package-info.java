/// `CollectSource` in; a visit that says what happened, at most one new immutable snapshot and its
/// `ProcessSnapshot` out.
///
/// Read [CollectSourceHandler] first: it is the table of contents.
@NullMarked
package io.competitoriq.crawl;

import org.jspecify.annotations.NullMarked;
