/// Two versions of a source and its history in; changes, confirmed, waiting or suppressed, out.
@NullMarked
package io.competitoriq.process.change;

import org.jspecify.annotations.NullMarked;
