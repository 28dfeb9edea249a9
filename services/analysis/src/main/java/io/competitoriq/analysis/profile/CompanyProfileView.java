package io.competitoriq.analysis.profile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A profile as it is read and edited.
///
/// @param version 0 until somebody says something; for `If-Match`, and part of the name under which
///   a model's answers are kept
public record CompanyProfileView(
    long version, CompanyProfile profile, @Nullable UUID updatedBy, @Nullable Instant updatedAt) {}
