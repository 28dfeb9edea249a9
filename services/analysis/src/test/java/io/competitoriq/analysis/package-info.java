/// Behaviour of the analysis service: pure rules by table, the service against real PostgreSQL and
/// Redis and a stand-in that speaks the model's protocol.
@NullMarked
package io.competitoriq.analysis;

import org.jspecify.annotations.NullMarked;
