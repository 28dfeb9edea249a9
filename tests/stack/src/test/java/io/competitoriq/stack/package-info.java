/// The whole, as it runs: a running demo in, what people see and what the database holds out.
@NullMarked
package io.competitoriq.stack;

import org.jspecify.annotations.NullMarked;
