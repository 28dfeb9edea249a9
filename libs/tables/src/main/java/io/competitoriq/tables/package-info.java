/// Rows in, page by page; CSV, XLSX, JSON or JSON Lines out, as they come: nothing is held but the
/// page at hand.
@NullMarked
package io.competitoriq.tables;

import org.jspecify.annotations.NullMarked;
