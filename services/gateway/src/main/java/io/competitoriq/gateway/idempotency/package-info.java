/// A request that makes something, sent again under its `Idempotency-Key`, in; its first outcome
/// out.
@NullMarked
package io.competitoriq.gateway.idempotency;

import org.jspecify.annotations.NullMarked;
