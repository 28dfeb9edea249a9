/// The servers under test and what lies between: PostgreSQL, Redis and the network, each breakable.
@NullMarked
package io.competitoriq.chaos.server;

import org.jspecify.annotations.NullMarked;
