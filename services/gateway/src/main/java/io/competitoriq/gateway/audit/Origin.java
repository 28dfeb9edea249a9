package io.competitoriq.gateway.audit;

import org.jspecify.annotations.Nullable;

/// Where a request came from.
///
/// @param address the client's IP address as this process sees it
/// @param userAgent what the client calls itself, cut to 300 characters
public record Origin(String address, @Nullable String userAgent) {

  private static final int LONGEST_USER_AGENT = 300;

  public Origin {
    if (userAgent != null && userAgent.length() > LONGEST_USER_AGENT) {
      userAgent = userAgent.substring(0, LONGEST_USER_AGENT);
    }
  }
}
