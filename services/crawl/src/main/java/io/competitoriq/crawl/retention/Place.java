package io.competitoriq.crawl.retention;

import java.util.UUID;

/// A source and whose it is.
record Place(UUID workspaceId, UUID sourceId) {}
