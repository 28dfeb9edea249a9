package io.competitoriq.gateway.live;

import io.competitoriq.jobs.live.LiveEvent;
import io.vertx.core.json.JsonObject;

/// Server-sent events on the wire (WHATWG HTML, 9.2).
final class ServerSentEvents {

  /// Tells the browser how long to wait before it comes back, and that it is connected.
  static final String OPENING = "retry: 2000\n: connected\n\n";

  static final String HEARTBEAT = ": heartbeat\n\n";

  /// Sent when events may have been missed: the client reads everything anew.
  static final String RESYNC = "event: resync\ndata: {\"type\":\"resync\"}\n\n";

  /// The last words of a gateway that stops: another one goes on after `Last-Event-ID`.
  static final String COME_BACK = "retry: 250\n: this gateway stops\n\n";

  private ServerSentEvents() {}

  /// Nothing happened; sets `Last-Event-ID` alone.
  static String at(Position position) {
    return "id: " + position + "\n\n";
  }

  /// Ids only: whoever is interested asks for the subject itself.
  static String of(LiveEvent event) {
    String data =
        new JsonObject()
            .put("type", event.type())
            .put("subjectId", event.subjectId().toString())
            .encode();
    return "id: %s\nevent: %s\ndata: %s\n\n".formatted(event.id(), line(event.type()), data);
  }

  /// A line break in a name would start another field.
  private static String line(String text) {
    return text.replaceAll("[\\r\\n]", " ");
  }
}
