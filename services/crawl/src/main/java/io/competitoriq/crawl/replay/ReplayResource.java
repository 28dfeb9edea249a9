package io.competitoriq.crawl.replay;

import io.competitoriq.blobs.BlobStore;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.messages.DemoAddress;
import io.competitoriq.messages.ReplayPages;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What the gateway hands over where somebody wants to look around: pages of companies that do not
/// exist, as they were in the last months. No route leads here from outside, and nothing is ever
/// fetched.
@Path("/workspace/past-pages")
@RolesAllowed(Roles.OWNER)
public class ReplayResource {

  private final BlobStore blobs;
  private final JobQueue queue;
  private final CurrentWorkspace workspace;

  ReplayResource(BlobStore blobs, JobQueue queue, CurrentWorkspace workspace) {
    this.blobs = blobs;
    this.queue = queue;
    this.workspace = workspace;
  }

  /// @param versions the oldest first
  public record PastPage(
      @NotNull UUID competitorId,
      @NotNull UUID sourceId,
      @NotNull URI url,
      @NotNull SourceKind kind,
      @NotNull @Size(max = 100) List<@Valid @NotNull PastVersion> versions) {}

  /// @param body HTML
  public record PastVersion(
      @NotNull Instant fetchedAt, @NotNull @Size(max = 2_000_000) String body) {}

  /// Asked again it changes nothing.
  @PUT
  public Uni<Void> replay(@NotNull @Size(max = 100) List<@Valid @NotNull PastPage> pages) {
    UUID id = workspace.id();
    pages.forEach(ReplayResource::requireDemo);
    return Multi.createFrom()
        .iterable(pages)
        .onItem()
        .transformToUniAndConcatenate(this::stored)
        .collect()
        .asList()
        .map(stored -> new ReplayPages(stored, 0))
        .chain(
            order ->
                queue.add(
                    NewJob.of(ReplayPages.QUEUE, ReplayPages.KIND, id, order)
                        .dedup("replay " + id + " 0")))
        .replaceWithVoid();
  }

  private Uni<ReplayPages.Page> stored(PastPage page) {
    return Multi.createFrom()
        .iterable(page.versions())
        .onItem()
        .transformToUniAndConcatenate(
            version ->
                blobs
                    .put(version.body().getBytes(StandardCharsets.UTF_8))
                    .map(sha256 -> new ReplayPages.Version(version.fetchedAt(), sha256)))
        .collect()
        .asList()
        .map(
            versions ->
                new ReplayPages.Page(
                    page.competitorId(), page.sourceId(), page.url(), page.kind(), versions));
  }

  private static void requireDemo(PastPage page) {
    if (!DemoAddress.is(page.url())) {
      throw Problems.badField(
          "not-demo", "url", "Only demo data has a past to replay, not " + page.url() + ".");
    }
  }
}
