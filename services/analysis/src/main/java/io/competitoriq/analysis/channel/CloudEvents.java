package io.competitoriq.analysis.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;
import io.competitoriq.telemetry.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.UUID;

/// Messages as CloudEvents 1.0 in structured mode, with the extension `traceparent`.
@ApplicationScoped
class CloudEvents {

  static final String MEDIA_TYPE = JsonFormat.CONTENT_TYPE;

  private final JsonFormat format = new JsonFormat();
  private final ObjectMapper json;
  private final String base;

  CloudEvents(ObjectMapper json, ChannelConfig config) {
    this.json = json;
    this.base = config.publicUrl().toString().replaceFirst("/+$", "");
  }

  /// A delivery keeps its id, and so does its event: source and id together name it, however often
  /// it comes.
  byte[] of(UUID workspaceId, UUID deliveryId, Message message) {
    var event =
        CloudEventBuilder.v1()
            .withId(deliveryId.toString())
            .withSource(URI.create(base + "/workspaces/" + workspaceId))
            .withType(type(message.kind()))
            .withSubject(subject(message))
            .withTime(message.at().atOffset(ZoneOffset.UTC))
            .withDataContentType("application/json")
            .withExtension(TraceContext.HEADER, TraceContext.current().toHeader())
            .withData(JsonCloudEventData.wrap(json.<JsonNode>valueToTree(message)))
            .build();
    return format.serialize(event);
  }

  private static String type(Message.Kind kind) {
    return switch (kind) {
      case ALERT -> "io.competitoriq.signal.raised";
      case DIGEST -> "io.competitoriq.signal.digest";
      case EDITION -> "io.competitoriq.digest.edition";
      case TEST -> "io.competitoriq.channel.test";
    };
  }

  /// What the event is about, as below `/api/v1`.
  private static String subject(Message message) {
    if (message.edition() != null) {
      return "digests/%s/editions/%s"
          .formatted(message.edition().digestId(), message.edition().id());
    }
    if (message.kind() == Message.Kind.ALERT) {
      return "signals/" + message.items().getFirst().signalId();
    }
    return message.rule() == null ? "channels" : "alert-rules/" + message.rule().id();
  }
}
