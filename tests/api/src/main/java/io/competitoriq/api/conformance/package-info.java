/// An answer in, what is wrong with it out.
@NullMarked
package io.competitoriq.api.conformance;

import org.jspecify.annotations.NullMarked;
