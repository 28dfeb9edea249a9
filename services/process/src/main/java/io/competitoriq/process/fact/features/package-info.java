/// Pages with plans in; what each plan includes out.
@NullMarked
package io.competitoriq.process.fact.features;

import org.jspecify.annotations.NullMarked;
