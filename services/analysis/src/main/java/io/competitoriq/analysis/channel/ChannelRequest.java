package io.competitoriq.analysis.channel;

import io.competitoriq.http.Problems;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A channel as a person describes it.
///
/// @param target recipients of mail separated by commas, or the address of a webhook
/// @param format of a webhook; null for `STANDARD`
public record ChannelRequest(
    @NotBlank @Size(max = 100) String name,
    @NotNull ChannelKind kind,
    @NotBlank @Size(max = 2000) String target,
    @Nullable ChannelFormat format) {

  /// A channel edited; what is null stays.
  ///
  /// @param target a new one replaces the old, secret or not
  public record Edit(
      @Nullable @Size(min = 1, max = 100) String name,
      @Nullable @Size(min = 1, max = 2000) String target,
      @Nullable ChannelFormat format,
      @Nullable Boolean enabled) {

    @Override
    public String toString() {
      return "Edit[]";
    }
  }

  /// What of the target may be shown and stored in the clear.
  ///
  /// @throws io.competitoriq.http.ProblemException 400 for a target that is none
  static String shown(ChannelKind kind, String target) {
    return switch (kind) {
      case EMAIL -> String.join(", ", recipients(target));
      case WEBHOOK -> address(target).toString();
      case SLACK, TEAMS, DISCORD -> String.valueOf(address(target).getHost());
    };
  }

  /// @throws io.competitoriq.http.ProblemException 400 for a format the kind does not have
  static void requireFormat(ChannelKind kind, ChannelFormat format) {
    if (format != ChannelFormat.STANDARD && kind != ChannelKind.WEBHOOK) {
      throw Problems.badField(
          "channel-format-invalid", "format", "Only webhooks have a choice of formats.");
    }
  }

  static List<String> recipients(String target) {
    List<String> found = Arrays.asList(target.split("[,;\\s]+"));
    return List.of(MailAddresses.require("target", found));
  }

  /// Whether we may go there is for the egress guard to say, each time.
  private static URI address(String target) {
    try {
      URI uri = new URI(target.strip());
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (uri.getHost() != null
          && uri.getUserInfo() == null
          && (scheme.equals("https") || scheme.equals("http"))) {
        return uri;
      }
    } catch (URISyntaxException malformed) {
      // told below
    }
    throw Problems.badField(
        "channel-target-invalid", "target", "target must be an https address without a user.");
  }

  @Override
  public String toString() {
    return "ChannelRequest[" + kind + "]";
  }
}
