package io.competitoriq.competitors.discovery;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// Which addresses belong to a company's site: its registrable domain (public suffix list) with all
/// hosts below it, and the job boards companies rent.
record SiteBorder(String domain) {

  private static final List<String> JOB_BOARDS =
      List.of(
          "greenhouse.io",
          "lever.co",
          "ashbyhq.com",
          "workable.com",
          "personio.de",
          "personio.com",
          "recruitee.com",
          "bamboohr.com",
          "teamtailor.com",
          "smartrecruiters.com",
          "join.com",
          "breezy.hr",
          "myworkdayjobs.com",
          "welcometothejungle.com");

  static SiteBorder around(URI home) {
    return new SiteBorder(registrable(home));
  }

  boolean holds(URI url) {
    return url.getHost() != null && registrable(url).equals(domain);
  }

  static boolean isJobBoard(URI url) {
    String host = host(url);
    return JOB_BOARDS.stream().anyMatch(board -> host.equals(board) || host.endsWith("." + board));
  }

  /// The host itself where there is no registrable domain: addresses, `*.localhost`.
  private static String registrable(URI url) {
    String host = host(url);
    if (host.matches("[\\d.]+") || host.startsWith("[") || host.endsWith("localhost")) {
      return host;
    }
    String assigned = EffectiveTldFinder.getAssignedDomain(host, false, true);
    return assigned == null ? host : assigned;
  }

  private static String host(URI url) {
    return url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
  }
}
