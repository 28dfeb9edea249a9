package io.competitoriq.analysis.signal;

import io.competitoriq.messages.Evidence;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Quotes of the bound workspace's signals.
@ApplicationScoped
class EvidenceRepository implements PanacheRepositoryBase<SignalEvidence, UUID> {

  /// In the order of the changes, by signal.
  Uni<Map<UUID, List<Evidence>>> findBySignals(Collection<UUID> signalIds) {
    return list("signalId in ?1 order by signalId, ordinal", signalIds)
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.groupingBy(
                            row -> row.signalId,
                            Collectors.mapping(SignalEvidence::toEvidence, Collectors.toList()))));
  }
}
