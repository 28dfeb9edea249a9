package io.competitoriq.gateway.session;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a request that changes something may have been sent by another site in the person's name
/// (OWASP CSRF Prevention: custom header, Fetch Metadata, Origin). A pure decision.
public final class CsrfRule {

  /// A page of another origin cannot set it without asking first, and nobody answers that question.
  public static final String HEADER = "X-CIQ-CSRF";

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private CsrfRule() {}

  /// What a request says about where it comes from.
  ///
  /// @param host the `Host` it was sent to
  public record Signs(
      @Nullable String csrfHeader,
      @Nullable String fetchSite,
      @Nullable String origin,
      @Nullable String host) {}

  /// Reads pass; everything else must show that a page of ours, or no page at all, sent it.
  public static boolean allows(String method, Signs signs, URI publicUrl) {
    return READS.contains(method)
        || "1".equals(signs.csrfHeader())
        || "same-origin".equals(signs.fetchSite())
        || (signs.fetchSite() == null && isOwn(signs.origin(), signs.host(), publicUrl));
  }

  private static boolean isOwn(@Nullable String origin, @Nullable String host, URI publicUrl) {
    if (origin == null) {
      return false;
    }
    int scheme = origin.indexOf("://");
    boolean sameHost = scheme > 0 && origin.substring(scheme + 3).equalsIgnoreCase(host);
    return sameHost
        || origin.equalsIgnoreCase(publicUrl.getScheme() + "://" + publicUrl.getRawAuthority());
  }
}
