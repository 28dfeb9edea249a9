package io.competitoriq.process.fact.jobs;

import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.fact.Detail;
import io.competitoriq.process.fact.DetailKind;
import io.competitoriq.process.fact.Details;
import io.competitoriq.process.fact.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An opening as one part of a page tells it; another part may tell more of it.
///
/// @param quote the words that name it; null when the text does not show them
/// @param link its own page
record Opening(
    String title,
    @Nullable Quote quote,
    @Nullable String link,
    List<Detail> details,
    Method method) {

  Opening {
    details = List.copyOf(details);
  }

  String location() {
    return details.stream()
        .filter(detail -> detail.kind() == DetailKind.LOCATION)
        .map(Detail::text)
        .findFirst()
        .orElse("");
  }

  /// Both, with the words of this one where they differ.
  Opening with(Opening other) {
    return new Opening(
        title,
        quote == null ? other.quote : quote,
        link == null ? other.link : link,
        new Details().addAll(details).addAll(other.details).list(),
        method);
  }
}
