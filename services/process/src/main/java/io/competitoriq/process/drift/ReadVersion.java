package io.competitoriq.process.drift;

import io.competitoriq.messages.FactKind;
import io.competitoriq.process.page.PageClass;
import java.time.Instant;
import java.util.Map;

/// How much was read from one version of a source.
///
/// @param reader what it was read as and by which extractor; only versions read alike are compared
/// @param pageClass its class; OTHER, too, when it was not understood
/// @param size of its text in bytes, without navigation and footer; 0 when it was not understood
/// @param facts how many it stated, by kind; a kind it did not state is not in it
record ReadVersion(
    String reader,
    Instant fetchedAt,
    boolean understood,
    PageClass pageClass,
    int size,
    Map<FactKind, Integer> facts) {

  int count(FactKind kind) {
    return facts.getOrDefault(kind, 0);
  }
}
