/// The public API under the reads of many dashboards.
@NullMarked
package io.competitoriq.bench.api;

import org.jspecify.annotations.NullMarked;
