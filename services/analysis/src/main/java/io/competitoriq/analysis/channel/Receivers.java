package io.competitoriq.analysis.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.egress.Egress;
import io.competitoriq.egress.EgressLimits;
import io.competitoriq.egress.EgressRequest;
import io.competitoriq.egress.EgressResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hands messages to receivers. Every address passes the egress guard; redirects are not followed,
/// they would carry the message to somebody else.
@ApplicationScoped
public class Receivers {

  private static final int MAX_ANSWER = 16 << 10;
  private static final int SHOWN = 300;
  private static final int GONE = 410;
  private static final String JSON_TYPE = "application/json";
  private static final Duration LONGEST_ASKED = Duration.ofHours(6);

  private final Egress egress;
  private final Mails mails;
  private final CloudEvents events;
  private final ObjectMapper json;
  private final ChannelConfig config;
  private final Clock clock;

  Receivers(
      Egress egress,
      Mails mails,
      CloudEvents events,
      ObjectMapper json,
      ChannelConfig config,
      Clock clock) {
    this.egress = egress;
    this.mails = mails;
    this.events = events;
    this.json = json;
    this.config = config;
    this.clock = clock;
  }

  /// One attempt. Never fails: what can happen is a [Handover].
  ///
  /// @param deliveryId the same over all attempts of one message
  public Uni<Handover> hand(
      UUID workspaceId, Channels.Open channel, UUID deliveryId, Message message) {
    return switch (channel.kind()) {
      case EMAIL -> mail(workspaceId, channel.target(), deliveryId, MailText.of(message));
      case SLACK -> post(channel.secret(), JSON_TYPE, bytes(ChatCards.slack(message)), Map.of());
      case TEAMS -> post(channel.secret(), JSON_TYPE, bytes(ChatCards.teams(message)), Map.of());
      case DISCORD ->
          post(channel.secret(), JSON_TYPE, bytes(ChatCards.discord(message)), Map.of());
      case WEBHOOK -> webhook(workspaceId, channel, deliveryId, message);
    };
  }

  private Uni<Handover> webhook(
      UUID workspaceId, Channels.Open channel, UUID deliveryId, Message message) {
    byte[] body =
        switch (channel.format()) {
          case STANDARD ->
              bytes(Map.of("type", type(message), "timestamp", message.at(), "data", message));
          case CLOUDEVENTS -> events.of(workspaceId, deliveryId, message);
        };
    String type =
        channel.format() == ChannelFormat.CLOUDEVENTS ? CloudEvents.MEDIA_TYPE : JSON_TYPE;
    var headers = Signature.headers(channel.secret(), deliveryId, clock.instant(), body);
    return post(channel.target(), type, body, headers);
  }

  /// One attempt to mail a text of its own to addresses separated by commas. Never fails.
  public Uni<Handover> mail(UUID workspaceId, String to, UUID deliveryId, MailText text) {
    return mails.send(workspaceId, ChannelRequest.recipients(to), deliveryId, text);
  }

  private static String type(Message message) {
    return switch (message.kind()) {
      case ALERT -> "alert.fired";
      case DIGEST -> "alert.digest";
      case EDITION -> "digest.edition";
      case TEST -> "channel.test";
    };
  }

  private Uni<Handover> post(
      String address, String type, byte[] body, Map<String, String> headers) {
    EgressRequest request =
        EgressRequest.post(URI.create(address), type, body)
            .header("user-agent", "CompetitorIQ")
            .within(new EgressLimits(MAX_ANSWER, config.timeout(), 0).cutting());
    for (var header : headers.entrySet()) {
      request = request.header(header.getKey(), header.getValue());
    }
    return egress.send(request.atMostOnce()).map(Receivers::read);
  }

  private static Handover read(EgressResult result) {
    return switch (result) {
      case EgressResult.Answered answer -> read(answer);
      case EgressResult.Refused refused ->
          new Handover.Refused(null, "We do not go there: " + refused.detail(), false);
      case EgressResult.Failed failed -> new Handover.Later(null, failed.detail(), null);
    };
  }

  /// As the Standard Webhooks say: 2xx has it, 410 wants nothing any more, the rest is tried again.
  private static Handover read(EgressResult.Answered answer) {
    int status = answer.status();
    String said =
        Texts.cut(answer.text(StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}]+", " "), SHOWN);
    String detail =
        said.isBlank() ? "Answered " + status + "." : "Answered " + status + ": " + said;
    if (status / 100 == 2) {
      return new Handover.Accepted(status, detail);
    }
    return status == GONE
        ? new Handover.Refused(status, detail, true)
        : new Handover.Later(status, detail, retryAfter(answer));
  }

  private static @Nullable Duration retryAfter(EgressResult.Answered answer) {
    return answer
        .header("retry-after")
        .filter(text -> text.strip().matches("\\d{1,7}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text.strip())))
        .map(asked -> asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked)
        .orElse(null);
  }

  private byte[] bytes(Object body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
