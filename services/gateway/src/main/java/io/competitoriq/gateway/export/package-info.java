/// Everything of a workspace to take along: rows of all services in, one ZIP of JSON Lines out.
@NullMarked
package io.competitoriq.gateway.export;

import org.jspecify.annotations.NullMarked;
