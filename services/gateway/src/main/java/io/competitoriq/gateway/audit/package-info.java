/// What happened at the door: an event in, one row that nobody can change unseen out.
@NullMarked
package io.competitoriq.gateway.audit;

import org.jspecify.annotations.NullMarked;
