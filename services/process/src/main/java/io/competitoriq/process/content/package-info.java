/// The DOM of a page in; its text as blocks with stable ids, heading paths, offsets and regions
/// out.
@NullMarked
package io.competitoriq.process.content;

import org.jspecify.annotations.NullMarked;
