package io.competitoriq.process.document;

import io.competitoriq.process.page.PageClass;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document without its text, as lists show it.
///
/// @param failure why it could not be understood; null when it was
public record DocumentHead(
    UUID id,
    UUID snapshotId,
    UUID sourceId,
    UUID competitorId,
    String url,
    String title,
    @Nullable String author,
    @Nullable Instant publishedAt,
    @Nullable String language,
    PageClass pageClass,
    Instant fetchedAt,
    int extractorVersion,
    DocumentState state,
    @Nullable FailureKind failure,
    @Nullable String failureDetail) {}
