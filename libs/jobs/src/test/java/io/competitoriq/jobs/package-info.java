/// What needs no server; the engine against PostgreSQL and Redis is in tests/libs.
@NullMarked
package io.competitoriq.jobs;

import org.jspecify.annotations.NullMarked;
