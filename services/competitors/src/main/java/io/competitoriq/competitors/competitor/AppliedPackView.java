package io.competitoriq.competitors.competitor;

import io.competitoriq.competitors.source.SourceView;
import io.competitoriq.messages.SourceKind;
import java.util.List;

/// What came of a pack.
///
/// @param added sources watched from now on
/// @param known sources of the pack that were watched before; they stay as they are
/// @param missing kinds of the pack the site does not have, and nobody watches otherwise
/// @param warnings what has to be done before some of the sources bring anything
public record AppliedPackView(
    String pack,
    List<SourceView> added,
    List<SourceView> known,
    List<SourceKind> missing,
    List<String> warnings) {

  public AppliedPackView {
    added = List.copyOf(added);
    known = List.copyOf(known);
    missing = List.copyOf(missing);
    warnings = List.copyOf(warnings);
  }
}
