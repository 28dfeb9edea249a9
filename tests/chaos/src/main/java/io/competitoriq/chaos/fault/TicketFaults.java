package io.competitoriq.chaos.fault;

import io.competitoriq.chaos.server.RedisWire;
import io.competitoriq.chaos.server.Servers;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Faults of what lies in Redis.
final class TicketFaults {

  private static final String UNFINISHED =
      "select id, queue, prio, coalesce(host, '') from jobs.job where state in (0, 1)";

  private final Servers servers;

  TicketFaults(Servers servers) {
    this.servers = servers;
  }

  void flush() throws IOException {
    try (RedisWire redis = servers.redis().connect()) {
      redis.command("FLUSHALL");
    }
  }

  /// Deletes about a third of the engine's keys.
  void deleteSome(long salt) throws IOException {
    try (RedisWire redis = servers.redis().connect()) {
      List<String> keys = new ArrayList<>(redis.texts("KEYS", "{q:*"));
      Collections.sort(keys);
      Collections.shuffle(keys, new Random(salt));
      for (String key : keys.subList(0, (keys.size() + 2) / 3)) {
        redis.command("DEL", key);
      }
    }
  }

  /// Straight into the streams, past the index that would refuse a second ticket.
  void doubleAll() throws IOException, SQLException {
    try (RedisWire redis = servers.redis().connect();
        Connection connection = servers.postgres().connect();
        Statement statement = connection.createStatement();
        ResultSet jobs = statement.executeQuery(UNFINISHED)) {
      while (jobs.next()) {
        String stream = "{q:%s}:s%d".formatted(jobs.getString(2), jobs.getInt(3));
        redis.command("XADD", stream, "*", "j", jobs.getString(1), "h", jobs.getString(4));
      }
    }
  }
}
