package io.competitoriq.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/// What the launcher was asked to do.
///
/// @param root the repository
/// @param home where this stack keeps its data, logs and process ids
/// @param market whether the demo market is opened and may be visited
/// @param seed whether the demo workspace is set up through the public API
/// @param paused whether the market's script waits for its operator
/// @param javaOptions more JVM options for every service
public record LocalConfig(
    Path root,
    Path home,
    Ports ports,
    boolean market,
    boolean seed,
    boolean paused,
    String javaOptions) {

  /// Reads arguments (`--market`, `--seed`, `--paused`) and environment.
  ///
  /// @throws Refusal when one of them cannot be meant
  static LocalConfig from(Set<String> arguments, Map<String, String> env, Path root, Path home) {
    for (String argument : arguments) {
      if (!Set.of("--market", "--seed", "--paused").contains(argument)) {
        throw new Refusal("The launcher does not know %s: see ./ciq help.".formatted(argument));
      }
    }
    boolean seed = arguments.contains("--seed");
    return new LocalConfig(
        root.toAbsolutePath().normalize(),
        home.toAbsolutePath().normalize(),
        Ports.from(env),
        seed || arguments.contains("--market"),
        seed,
        arguments.contains("--paused"),
        env.getOrDefault("CIQ_JAVA_OPTS", ""));
  }

  public Path run() {
    return home.resolve("run");
  }

  public Path logs() {
    return home.resolve("logs");
  }

  public Path data() {
    return home.resolve("data");
  }

  /// Programs of PostgreSQL and start-up caches: made from the build, shared by every data folder.
  public Path shared() {
    return root.resolve(".ciq");
  }

  /// Where a built service lies.
  public Path application(Service service) {
    return root.resolve("services").resolve(service.label()).resolve("target/quarkus-app");
  }

  public String marketUrl() {
    return marketUrl("market");
  }

  /// @param name who is asked there: market, a company, or a provider that is played
  public String marketUrl(String name) {
    return "http://%s.localhost:%d".formatted(name, ports.market());
  }
}
