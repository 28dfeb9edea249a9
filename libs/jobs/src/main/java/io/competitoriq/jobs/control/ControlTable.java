package io.competitoriq.jobs.control;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/// Reads the control rows, table `jobs.queue_state`.
@ApplicationScoped
class ControlTable {

  private static final String ALL =
      "select queue, paused, draining, cast(settings as text) as settings from jobs.queue_state";

  private final Pool pool;

  ControlTable(Pool pool) {
    this.pool = pool;
  }

  Uni<Map<String, QueueControl>> all() {
    return pool.query(ALL)
        .execute()
        .map(
            rows -> {
              Map<String, QueueControl> controls = new HashMap<>();
              rows.forEach(row -> controls.put(row.getString("queue"), control(row)));
              return controls;
            });
  }

  private static QueueControl control(Row row) {
    return new QueueControl(
        row.getBoolean("paused"),
        row.getBoolean("draining"),
        ControlJson.overrides(new JsonObject(row.getString("settings"))));
  }
}
