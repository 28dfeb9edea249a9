package io.competitoriq.chaos.scenario;

import io.competitoriq.chaos.check.Records;
import io.competitoriq.chaos.fleet.Fleet;
import io.competitoriq.chaos.server.Servers;

/// Where a scenario plays: servers, workers with the product's own settings, and the records.
public record Scene(Servers servers, Fleet fleet, Records records) {

  public Scene(Servers servers, Fleet fleet) {
    this(servers, fleet, new Records(servers.postgres()));
  }

  /// Seconds on PostgreSQL's clock, which stamps the records.
  double now() {
    return records.number("select extract(epoch from clock_timestamp())");
  }
}
