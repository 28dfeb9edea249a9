/// The terms of a question in; the passages and facts that say most about them, as they are stored,
/// out. Full text search of PostgreSQL, within one workspace.
@NullMarked
package io.competitoriq.process.search;

import org.jspecify.annotations.NullMarked;
