package io.competitoriq.testkit;

import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import java.util.Map;

/// Starts or finds the servers for [WithEmbeddedServers].
public final class EmbeddedServersResource
    implements QuarkusTestResourceConfigurableLifecycleManager<WithEmbeddedServers> {

  private String schema = "";

  @Override
  public void init(WithEmbeddedServers annotation) {
    schema = annotation.value();
  }

  @Override
  public Map<String, String> start() {
    return TestDatabase.create(schema).configuration();
  }

  @Override
  public void stop() {
    // The database goes away with its server at the end of the Maven run.
  }
}
