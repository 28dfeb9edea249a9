package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.discovery.PageOutline.Link;
import io.competitoriq.competitors.source.PageUrl;
import java.util.Set;
import java.util.stream.Collectors;

/// In which language a site speaks to the person who gave its address, and which of its pages say
/// the same to somebody else.
///
/// @param spoken the home page's language, empty when nothing says so
/// @param homeHost the host of the home page
/// @param otherHosts hosts the home page names as itself in another language
record Languages(String spoken, String homeHost, Set<String> otherHosts) {

  static final Languages UNKNOWN = new Languages("", "", Set.of());

  static Languages of(PageUrl home, PageOutline page) {
    String written = PagePath.of(home.value()).language();
    String spoken = written.isEmpty() ? page.traces().language() : written;
    Set<String> others =
        page.traces().alternates().stream()
            .filter(link -> isOther(link, spoken))
            .map(link -> link.url().getHost())
            .filter(host -> !host.equals(home.value().getHost()))
            .collect(Collectors.toUnmodifiableSet());
    return new Languages(spoken, home.value().getHost(), others);
  }

  private static boolean isOther(Link alternate, String spoken) {
    return !spoken.isEmpty()
        && !alternate.text().equalsIgnoreCase("x-default")
        && !PagePath.primary(alternate.text()).equals(spoken);
  }

  /// True for a page in another language than the home page's.
  boolean isForeign(PageUrl page) {
    PagePath path = PagePath.of(page.value());
    String host = page.value().getHost();
    boolean named = !path.language().isEmpty() && !path.language().equals(spoken);
    boolean hosted =
        !host.equals(homeHost)
            && PagePath.isLanguageCode(path.label())
            && !path.label().equals(spoken);
    return named || hosted || otherHosts.contains(host);
  }
}
