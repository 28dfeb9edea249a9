package io.competitoriq.process.document;

import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Region;
import io.competitoriq.process.page.PageClass;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document with its text and blocks.
///
/// @param publishedConfidence how sure the date of publication is, 0 to 1; null without one, and in
///   documents of before it was kept, like the next
/// @param canonicalUrl the address the page says it has
/// @param mainText what the page is about, one passage a line; also what it says in JSON-LD only.
///   Null in documents of before it was read
public record DocumentView(
    UUID id,
    UUID snapshotId,
    UUID sourceId,
    UUID competitorId,
    String url,
    String title,
    @Nullable String author,
    @Nullable Instant publishedAt,
    @Nullable Double publishedConfidence,
    @Nullable String canonicalUrl,
    @Nullable String language,
    PageClass pageClass,
    Instant fetchedAt,
    int extractorVersion,
    DocumentState state,
    @Nullable FailureKind failure,
    @Nullable String failureDetail,
    List<BlockView> blocks,
    String text,
    @Nullable String mainText) {

  static DocumentView of(StoredDocument row) {
    return new DocumentView(
        row.id,
        row.snapshotId,
        row.sourceId,
        row.competitorId,
        row.url,
        row.title,
        row.author,
        row.publishedAt,
        row.content.publishedConfidence(),
        row.content.canonicalUrl(),
        row.language,
        row.pageClass,
        row.fetchedAt,
        row.extractorVersion,
        row.state,
        row.failure,
        row.failureDetail,
        row.content.blocks().stream().map(BlockView::of).toList(),
        row.body,
        row.content.mainText());
  }

  /// A block as readers see it.
  ///
  /// @param start first character in the document's text
  /// @param end one past the last
  /// @param main whether it is part of the main text
  public record BlockView(
      String id,
      List<String> path,
      BlockKind kind,
      String text,
      int start,
      int end,
      Region region,
      boolean main) {
    static BlockView of(Block block) {
      return new BlockView(
          block.id(),
          block.path(),
          block.kind(),
          block.text(),
          block.start(),
          block.end(),
          block.region(),
          block.main());
    }
  }
}
