/// Evidence to take along: a snapshot and the one before it in; a ZIP that stands for itself out.
@NullMarked
package io.competitoriq.crawl.evidence;

import org.jspecify.annotations.NullMarked;
