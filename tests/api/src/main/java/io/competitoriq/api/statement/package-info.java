/// A request in, how many statements PostgreSQL is asked for by it out.
@NullMarked
package io.competitoriq.api.statement;

import org.jspecify.annotations.NullMarked;
