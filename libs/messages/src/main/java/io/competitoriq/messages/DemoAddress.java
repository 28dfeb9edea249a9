package io.competitoriq.messages;

import java.net.URI;
import java.util.Locale;

/// Where demo data stands: below the top-level domain `invalid`, which never resolves (RFC 6761).
/// So nothing real can be mistaken for it, and no visit to it can leave the house.
public final class DemoAddress {

  private static final String BELOW = ".invalid";

  private DemoAddress() {}

  public static boolean is(URI url) {
    String host = url.getHost();
    return host != null && host.toLowerCase(Locale.ROOT).endsWith(BELOW);
  }
}
