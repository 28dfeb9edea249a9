package io.competitoriq.egress;

import java.time.Duration;

/// Where the time of the last hop went: the name lookup, getting a connection (zero-ish when
/// pooled), waiting for the first byte; `total` covers the whole exchange over all hops.
public record Timings(Duration resolve, Duration connect, Duration firstByte, Duration total) {}
