package io.competitoriq.crawl;

import static io.competitoriq.crawl.Collecting.job;
import static io.competitoriq.crawl.Collecting.lastVisit;
import static io.competitoriq.crawl.Collecting.processJobs;
import static io.competitoriq.crawl.Collecting.snapshots;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.jobs.Job;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Collecting price lists and brochures.
@QuarkusTest
@WithEmbeddedServers("crawl")
class PdfVisitTest {

  @Inject Collecting collecting;
  private TestSite site;

  @BeforeEach
  void open() {
    site = new TestSite();
  }

  @AfterEach
  void close() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/pdf", "application/octet-stream", "text/html"})
  void pdfIsStoredAsItIsWhateverTheServerCallsIt(String contentType) {
    // Given
    site.serve(
        "/prices.pdf",
        request ->
            request
                .response()
                .putHeader("content-type", contentType)
                .end("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj <</Title (Sign in)>> endobj"));
    Job<CollectSource> job = job(site.url("/prices.pdf"));
    // When
    collecting.run(job);
    // Then
    assertThat(lastVisit(job, "outcome")).isEqualTo("STORED");
    assertThat(processJobs(job)).isOne();
    assertThat(
            TestDatabase.queryOne(
                "select content_type from crawl.snapshot where source_id = '%s'"
                    .formatted(job.payload().sourceId())))
        .isEqualTo("application/pdf");
  }

  @Test
  void signInPageThatSaysItIsAPdfIsASignInPage() {
    // Given
    site.serve(
        "/prices.pdf",
        request ->
            request
                .response()
                .putHeader("content-type", "application/pdf")
                .end("<!doctype html><title>Sign in</title><form><input type=password></form>"));
    Job<CollectSource> job = job(site.url("/prices.pdf"));
    // When
    collecting.run(job);
    // Then
    assertThat(lastVisit(job, "outcome")).isEqualTo("LOGIN");
    assertThat(snapshots(job)).isZero();
  }
}
