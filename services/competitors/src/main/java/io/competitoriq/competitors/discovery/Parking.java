package io.competitoriq.competitors.discovery;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells a domain nobody uses from a company's site: its page offers the domain itself. Pure.
final class Parking {

  private static final Pattern OFFER =
      Pattern.compile(
          "(this |the )?domain( name)? (is|may be) (for sale|available for purchase|parked)"
              + "|buy this domain|domain is parked|is parked free|parked domain|\\.\\w+ is for sale"
              + "|domain steht zum verkauf|ce domaine est a vendre|este dominio esta en venta");

  private static final List<String> OWNERS =
      List.of("sedoparking.com", "parkingcrew.net", "bodis.com", "hugedomains.com", "dan.com");

  private Parking() {}

  /// The sentence to say when the page is of a parked domain.
  static Optional<String> sentence(PageOutline page, String domain) {
    String text = (page.title() + " " + page.traces().opening()).toLowerCase(Locale.ROOT);
    boolean offered = OFFER.matcher(text).find() && page.traces().opening().length() < 1500;
    boolean owned =
        page.traces().embeds().stream()
            .anyMatch(url -> OWNERS.stream().anyMatch(owner -> url.getHost().endsWith(owner)));
    return offered || owned
        ? Optional.of(
            domain
                + " is parked or for sale: there is no company's site at this address. Check its"
                + " spelling.")
        : Optional.empty();
  }
}
