package io.competitoriq.jobs.live;

import java.util.UUID;

/// Something about a subject changed; who cares reads the subject anew.
///
/// @param id position in the stream, for resuming (`Last-Event-ID`)
/// @param type such as `visit.finished`
/// @param subjectId the competitor, source, discovery, signal ... it is about
public record LiveEvent(String id, UUID workspaceId, String type, UUID subjectId) {}
