/// The engine against a real PostgreSQL and a real Redis of its own, which tests empty and stop.
@NullMarked
package io.competitoriq.jobs.worker;

import org.jspecify.annotations.NullMarked;
