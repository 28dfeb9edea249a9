package io.competitoriq.local.stack;

import io.competitoriq.local.LocalConfig;
import io.competitoriq.local.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How a service is started: command and environment. The same flags train and use the start-up
/// cache, or the JVM would not accept it.
final class ServiceCommand {

  /// Small and quick: compiled once, collected by one thread. The HTML parser's loop is a method
  /// that the JVM would leave to its interpreter for its size.
  static final List<String> FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:-DontCompileHugeMethods",
          "-XX:+UseSerialGC",
          "-Xmx160m",
          "-Xss512k",
          "-XX:MetaspaceSize=96m",
          "--enable-native-access=ALL-UNNAMED");

  private final LocalConfig config;

  ServiceCommand(LocalConfig config) {
    this.config = config;
  }

  static String java() {
    return ProcessHandle.current()
        .info()
        .command()
        .orElseGet(() -> Path.of(System.getProperty("java.home"), "bin", "java").toString());
  }

  /// @param cache a start-up cache made for this very build
  List<String> command(Optional<Path> cache) {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(FLAGS);
    cache.ifPresent(
        file ->
            command.addAll(List.of("-XX:AOTCache=" + file, "-Xlog:aot*=off", "-Xlog:cds*=off")));
    command.addAll(options());
    command.addAll(List.of("-jar", "quarkus-run.jar"));
    return command;
  }

  /// What the JVM needs beside the flags, the demo's shorter politeness included.
  List<String> options() {
    List<String> options = new ArrayList<>();
    // The first request to a JVM that has just started, on a laptop that starts five of them at
    // once.
    options.add("-Dciq.gateway.route.response-timeout=PT15S");
    if (config.market()) {
      options.add("-Dciq.jobs.queues.crawl-jobs.host-delay=PT0.2S");
      // Tests and benches ask as one person what many would ask.
      for (String limit : List.of("user", "api-key", "workspace")) {
        options.add("-Dciq.gateway.limit." + limit + ".per-minute=600000");
        options.add("-Dciq.gateway.limit." + limit + ".burst=100000");
      }
    }
    Arrays.stream(config.javaOptions().split("\\s+"))
        .filter(option -> !option.isEmpty())
        .forEach(options::add);
    return options;
  }

  /// Settings of a service on this machine; what the operator has set by hand wins.
  Map<String, String> environment(
      Service service, String databaseUrl, String redisUrl, String secret) {
    Map<String, String> env = new HashMap<>();
    env.put("CIQ_DB_URL", databaseUrl);
    env.put("CIQ_DB_PASSWORD", "ciq");
    env.put("CIQ_REDIS_URL", redisUrl);
    env.put("CIQ_SERVICE_SECRET", secret);
    if (service == Service.CRAWL || service == Service.ANALYSIS) {
      env.put("CIQ_SECRET_KEYS", secretKeys());
    }
    if (service == Service.GATEWAY) {
      // Mails with links to new passwords, for the operator alone; only without a mail server.
      Path mail = config.home().resolve("mail");
      env.put("CIQ_MAIL_OUTBOX", System.getenv().getOrDefault("CIQ_MAIL_OUTBOX", mail.toString()));
    }
    env.put("CIQ_BIND", "127.0.0.1");
    env.put("CIQ_HTTP_PORT", Integer.toString(config.ports().http(service)));
    env.put("CIQ_MANAGEMENT_PORT", Integer.toString(config.ports().management(service)));
    env.put("CIQ_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
    // Nobody is there to take over from the one gateway of this machine.
    env.put("CIQ_STOP_NOTICE", "0s");
    env.put("CIQ_STOP_DELAY", "0s");
    env.put("CIQ_PUBLIC_URL", config.ports().url(Service.GATEWAY));
    for (Service each : Service.values()) {
      env.put("CIQ_" + each.name().toUpperCase(Locale.ROOT) + "_URL", config.ports().url(each));
    }
    if (config.market()) {
      demoSettings()
          .forEach((name, value) -> env.put(name, System.getenv().getOrDefault(name, value)));
    }
    return env;
  }

  /// What seals the keys of providers and the secrets of channels; the operator's own keys win over
  /// the one made here.
  private String secretKeys() {
    String own = System.getenv().getOrDefault("CIQ_SECRET_KEYS", "");
    return own.isBlank() ? "local:" + Secrets.keep(config.home().resolve("seal.key"), 32) : own;
  }

  /// The market is on loopback, changes every few seconds, and plays the data providers, whose
  /// bills are final as soon.
  private Map<String, String> demoSettings() {
    return Map.of(
        "CIQ_CRAWL_APIFY_URL", config.marketUrl("apify"),
        "CIQ_CRAWL_APIFY_COST_SETTLES", "PT0.3S",
        "CIQ_CRAWL_SEARCHAPI_URL", config.marketUrl("searchapi"),
        "CIQ_EGRESS_ALLOW", "127.0.0.0/8",
        "CIQ_COMPETITORS_SCHEDULE_MIN_INTERVAL", "PT5S",
        "CIQ_COMPETITORS_SCHEDULE_DEFAULT_INTERVAL", "PT15S");
  }
}
