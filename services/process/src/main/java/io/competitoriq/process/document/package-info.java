/// Bytes of a snapshot in; a document, or the reason why there is none, out; documents are stored
/// and served.
@NullMarked
package io.competitoriq.process.document;

import org.jspecify.annotations.NullMarked;
