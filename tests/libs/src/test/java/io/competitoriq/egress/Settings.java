package io.competitoriq.egress;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// An operator's settings as a test wants them.
record Settings(List<String> allowed, List<String> exceptions, List<Integer> ports)
    implements EgressConfig {
  Settings(List<String> allowed, List<String> exceptions) {
    this(allowed, exceptions, List.of(80, 443));
  }

  Settings onPorts(Integer... others) {
    return new Settings(allowed, exceptions, List.of(others));
  }

  @Override
  public Optional<List<String>> allow() {
    return Optional.of(allowed);
  }

  @Override
  public Optional<List<String>> connectTo() {
    return Optional.of(exceptions);
  }

  @Override
  public int connectionsPerHost() {
    return 4;
  }

  @Override
  public int waitingPerHost() {
    return 64;
  }

  @Override
  public Duration connectTimeout() {
    return Duration.ofSeconds(2);
  }
}
