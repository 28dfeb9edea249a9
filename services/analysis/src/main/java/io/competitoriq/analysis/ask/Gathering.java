package io.competitoriq.analysis.ask;

import io.competitoriq.analysis.ask.SearchClient.Found;
import io.competitoriq.analysis.ask.SearchClient.Wanted;
import io.competitoriq.messages.FactKind;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.ServiceTokens;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/// Looks for what may answer a question: pages and facts where they are kept, changes here.
@ApplicationScoped
class Gathering {

  private static final Logger LOG = Logger.getLogger(Gathering.class);
  private static final UUID NOBODY = new UUID(0, 0);
  private static final int PASSAGES = 20;
  private static final int FACTS = 60;

  private final SearchClient search;
  private final ChangePieces changes;
  private final ServiceTokens tokens;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Gathering(
      @RestClient SearchClient search,
      ChangePieces changes,
      ServiceTokens tokens,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.search = search;
    this.changes = changes;
    this.tokens = tokens;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Never fails because the search is away: then only changes are found, and the coverage says so.
  Uni<Material> gather(
      UUID workspaceId, Reading reading, ZoneId zone, Function<UUID, String> nameOf) {
    Instant now = clock.instant();
    Uni<Found> pages =
        search
            .search("Bearer " + tokens.issue(workspaceId, NOBODY, Role.VIEWER), wanted(reading))
            .onFailure()
            .invoke(failure -> LOG.warnf("search away workspace=%s error=%s", workspaceId, failure))
            .onFailure()
            .recoverWithItem(Found.NOTHING);
    Uni<ChangePieces.Changes> moves =
        transactions.in(workspaceId, tx -> changes.find(tx, reading, zone, now, nameOf));
    return Uni.combine()
        .all()
        .unis(pages, moves)
        .asTuple()
        .map(both -> material(reading, zone, nameOf, both.getItem1(), both.getItem2()));
  }

  private static Wanted wanted(Reading reading) {
    List<FactKind> kinds =
        reading.topics().stream().flatMap(topic -> topic.kinds().stream()).distinct().toList();
    return new Wanted(
        reading.terms().stream().map(Words::term).toList(),
        reading.competitorIds(),
        kinds,
        reading.from(),
        reading.to(),
        PASSAGES,
        kinds.isEmpty() && reading.terms().isEmpty() ? 0 : FACTS);
  }

  private static Material material(
      Reading reading,
      ZoneId zone,
      Function<UUID, String> nameOf,
      Found found,
      ChangePieces.Changes moves) {
    List<Piece> pieces =
        Stream.concat(
                moves.pieces().stream(), new FoundPieces(reading, zone, nameOf).of(found).stream())
            .toList();
    var looked = found.coverage();
    return new Material(
        pieces,
        new Coverage(
            looked.documents(),
            looked.competitors(),
            looked.sources(),
            moves.seen(),
            looked.since(),
            looked.asOf(),
            found.cut(),
            found == Found.NOTHING));
  }
}
