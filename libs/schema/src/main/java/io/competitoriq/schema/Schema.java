package io.competitoriq.schema;

import java.util.List;
import java.util.Locale;

/// A schema of the one database, who may use it and how, in the order in which they are migrated.
public enum Schema {
  /// The broker between the services: every role reads and writes it.
  JOBS("select, insert, update, delete", "competitors", "crawl", "process", "analysis", "gateway"),
  /// Bodies of snapshots: crawl writes them, nobody changes them.
  BLOBS("select, insert", "crawl", "process", "analysis", "gateway"),
  /// Switches of the installation: everybody reads them; what the gateway may write, the migration
  /// says.
  FLAGS("select", "competitors", "crawl", "process", "analysis", "gateway"),
  COMPETITORS("select, insert, update, delete", "competitors"),
  CRAWL("select, insert, update, delete", "crawl"),
  PROCESS("select, insert, update, delete", "process"),
  ANALYSIS("select, insert, update, delete", "analysis"),
  GATEWAY("select, insert, update, delete", "gateway");

  private final String privileges;
  private final List<String> services;

  Schema(String privileges, String... services) {
    this.privileges = privileges;
    this.services = List.of(services);
  }

  /// The schema's name in SQL, and the folder `db/<name>` of its migrations.
  public String sqlName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether one service owns this schema alone and connects as `ciq_<schema>`.
  public boolean isService() {
    return this != JOBS && this != BLOBS && this != FLAGS;
  }

  String privileges() {
    return privileges;
  }

  List<String> roles() {
    return services.stream().map(service -> "ciq_" + service).toList();
  }
}
