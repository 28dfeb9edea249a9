package io.competitoriq.competitors.discovery;

import io.competitoriq.messages.SourceKind;
import java.net.URI;
import java.util.List;

/// What kind of page an address and its name suggest, without looking at the page.
public final class AddressKind {
  private AddressKind() {}

  /// `OTHER` when neither says anything.
  public static SourceKind of(URI url, String name) {
    return PageIntent.of(url, name, List.of()).map(PageIntent::kind).orElse(SourceKind.OTHER);
  }
}
