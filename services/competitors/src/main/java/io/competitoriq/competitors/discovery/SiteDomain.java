package io.competitoriq.competitors.discovery;

import java.net.URI;

/// Which company a page belongs to, as far as its address tells.
public final class SiteDomain {
  private SiteDomain() {}

  /// The registrable domain, by the public suffix list: `acme.co.uk` for `blog.acme.co.uk`; the
  /// host itself where there is none.
  public static String of(URI url) {
    return SiteBorder.around(url).domain();
  }
}
