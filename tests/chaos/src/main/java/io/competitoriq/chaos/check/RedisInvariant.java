package io.competitoriq.chaos.check;

import io.competitoriq.chaos.report.Progress;
import io.competitoriq.chaos.report.Row;
import io.competitoriq.chaos.server.RedisProcess;
import io.competitoriq.chaos.server.RedisWire;
import io.competitoriq.chaos.server.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// When all is quiet Redis holds a fixed small set of keys, and no ticket.
public final class RedisInvariant {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Set<String> PARTS =
      Set.of("s0", "s1", "s2", "t", "z", "r", "h", "m", "mk", "e");
  private static final Set<String> OTHERS = Set.of("ciq:live");

  private final RedisProcess redis;

  public RedisInvariant(RedisProcess redis) {
    this.redis = redis;
  }

  /// Waits for the last tickets to be put away, then counts what should not be there.
  public Row quiet(Set<String> queues) {
    Waiting.happens(PATIENCE, () -> leftovers(redis, queues).isEmpty());
    List<String> left = leftovers(redis, queues);
    left.forEach(line -> Progress.say("VIOLATED redis not quiet: " + line));
    return Row.violations("i6_left_in_redis", left.size());
  }

  static List<String> leftovers(RedisProcess redis, Set<String> queues) {
    List<String> left = new ArrayList<>();
    try (RedisWire wire = redis.connect()) {
      for (String key : wire.texts("KEYS", "*")) {
        if (!known(queues, key)) {
          left.add("unknown key " + key);
        }
      }
      for (String queue : queues) {
        String prefix = "{q:" + queue + "}:";
        for (String stream : List.of("s0", "s1", "s2")) {
          expectNone(left, prefix + stream, wire.number("XLEN", prefix + stream));
        }
        expectNone(left, prefix + "t", wire.number("HLEN", prefix + "t"));
        expectNone(left, prefix + "z", wire.number("ZCARD", prefix + "z"));
        expectNone(left, prefix + "h", wire.number("ZCARD", prefix + "h"));
      }
    } catch (IOException unreadable) {
      left.add("Redis does not answer: " + unreadable.getMessage());
    }
    return left;
  }

  private static boolean known(Set<String> queues, String key) {
    int end = key.indexOf("}:");
    return OTHERS.contains(key)
        || key.startsWith("{q:")
            && end > 0
            && queues.contains(key.substring(3, end))
            && PARTS.contains(key.substring(end + 2));
  }

  private static void expectNone(List<String> left, String key, long size) {
    if (size > 0) {
      left.add(key + " holds " + size);
    }
  }
}
