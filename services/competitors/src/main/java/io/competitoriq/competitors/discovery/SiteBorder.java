package io.competitoriq.competitors.discovery;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// Which addresses belong to a company's site: its registrable domain (public suffix list) with all
/// hosts below it; and which belong to the job boards companies rent.
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
          "jobvite.com",
          "myworkdayjobs.com",
          "welcometothejungle.com");

  static SiteBorder around(URI home) {
    return new SiteBorder(registrable(home));
  }

  boolean holds(URI url) {
    return url.getHost() != null && registrable(url).equals(domain);
  }

  /// The host of the site called `label`: `status.acme.com`.
  String host(String label) {
    return label + "." + domain;
  }

  /// Whether there can be hosts below the domain: not below an address of digits.
  boolean hasHosts() {
    return domain.contains(".") && !isSpecial(domain);
  }

  static boolean isJobBoard(URI url) {
    String host = host(url);
    return JOB_BOARDS.stream().anyMatch(board -> host.equals(board) || host.endsWith("." + board));
  }

  /// The host itself where there is no registrable domain: addresses, `*.localhost`. Below an
  /// ending the list does not know, the last two labels, as the list's own algorithm has it.
  private static String registrable(URI url) {
    String host = host(url);
    if (isSpecial(host)) {
      return host;
    }
    String assigned = EffectiveTldFinder.getAssignedDomain(host, true, false);
    if (assigned != null) {
      return assigned;
    }
    String[] labels = host.split("\\.");
    boolean known = EffectiveTldFinder.getEffectiveTLD(host) != null;
    return known || labels.length < 2
        ? host
        : labels[labels.length - 2] + "." + labels[labels.length - 1];
  }

  private static boolean isSpecial(String host) {
    return host.matches("[\\d.]+") || host.startsWith("[") || host.endsWith("localhost");
  }

  private static String host(URI url) {
    return url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
  }
}
