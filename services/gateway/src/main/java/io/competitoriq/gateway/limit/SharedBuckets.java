package io.competitoriq.gateway.limit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The buckets in Redis, where all gateways count together.
@ApplicationScoped
class SharedBuckets {

  private final Redis redis;
  private final String script;
  private final String digest;

  SharedBuckets(Redis redis) {
    this.redis = redis;
    this.script = read();
    this.digest = sha1(script);
  }

  /// Takes one request from each bucket, or none from any; fails when Redis does.
  Uni<List<Limit.Standing>> take(List<Limit> limits) {
    return redis
        .send(call(Command.EVALSHA, digest, limits))
        .onFailure(SharedBuckets::isUnknown)
        .recoverWithUni(() -> redis.send(call(Command.EVAL, script, limits)))
        .map(answer -> standings(limits, answer));
  }

  private static List<Limit.Standing> standings(List<Limit> limits, Response answer) {
    List<Limit.Standing> standings = new ArrayList<>();
    for (int i = 0; i < limits.size(); i++) {
      standings.add(
          new Limit.Standing(
              limits.get(i),
              answer.get(3 * i).toLong(),
              answer.get(3 * i + 1).toLong(),
              answer.get(3 * i + 2).toLong()));
    }
    return standings;
  }

  private static Request call(Command command, String script, List<Limit> limits) {
    Request call = Request.cmd(command).arg(script).arg(limits.size());
    limits.forEach(limit -> call.arg(limit.bucket()));
    limits.forEach(limit -> call.arg(Double.toString(limit.every())).arg(limit.burst()));
    return call;
  }

  /// A Redis that was emptied gets the text again.
  private static boolean isUnknown(Throwable failure) {
    return failure.getMessage() != null && failure.getMessage().startsWith("NOSCRIPT");
  }

  private static String read() {
    try (InputStream in = SharedBuckets.class.getResourceAsStream("/lua/take-request.lua")) {
      if (in == null) {
        throw new IllegalStateException("no script take-request");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String sha1(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
