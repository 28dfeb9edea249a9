/// A document in; typed facts with their quotes out; facts are kept with the time they were true.
@NullMarked
package io.competitoriq.process.fact;

import org.jspecify.annotations.NullMarked;
