package io.competitoriq.process.evidence;

import io.competitoriq.process.content.Block;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// One stored version of a source: its document, as far as comparing and quoting need it.
///
/// @param extractorVersion versions read by different extractors are not compared
public record Version(
    UUID documentId,
    UUID snapshotId,
    URI url,
    Instant fetchedAt,
    int extractorVersion,
    String text,
    List<Block> blocks) {

  public Version {
    blocks = List.copyOf(blocks);
  }
}
