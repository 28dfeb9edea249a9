/// Live events: the Redis stream of all workspaces in, server-sent events of one workspace out.
@NullMarked
package io.competitoriq.gateway.live;

import org.jspecify.annotations.NullMarked;
