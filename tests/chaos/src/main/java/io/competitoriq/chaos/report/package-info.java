/// What a run found: rows in, one line of JSON out.
@NullMarked
package io.competitoriq.chaos.report;

import org.jspecify.annotations.NullMarked;
