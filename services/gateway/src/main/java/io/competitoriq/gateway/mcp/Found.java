package io.competitoriq.gateway.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the tools answer. Absent fields are unknown. Times are ISO 8601 in UTC; amounts are in
/// minor units of the currency (cents).
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection(registerFullHierarchy = true)
sealed interface Found {

  /// @param nextCursor what the next call takes as `cursor`; absent on the last page
  @RegisterForReflection
  record Competitors(List<Competitor> items, @Nullable String nextCursor) implements Found {}

  @RegisterForReflection
  record Competitor(
      String id, String name, String domain, String url, List<String> tags, int sourceCount)
      implements Found {}

  @RegisterForReflection
  record Signals(List<Signal> items, @Nullable String nextCursor) implements Found {}

  /// @param significance 0 to 100
  @RegisterForReflection
  record Signal(
      String id,
      String competitorId,
      String changeId,
      String headline,
      @Nullable String summary,
      String category,
      String severity,
      @Nullable Integer significance,
      String detectedAt,
      String triage,
      String url)
      implements Found {}

  /// @param facts what was said in fields, before and after, with the quotes that prove it
  /// @param texts what was said in words
  @RegisterForReflection
  record Change(
      String id,
      String competitorId,
      String sourceId,
      String url,
      String status,
      @Nullable String detectedAt,
      List<FactChange> facts,
      List<TextChange> texts,
      boolean cut)
      implements Found {}

  @RegisterForReflection
  record FactChange(
      String kind,
      String factKind,
      String subject,
      String field,
      @Nullable String before,
      @Nullable String after,
      List<Quote> evidence)
      implements Found {}

  @RegisterForReflection
  record TextChange(
      String kind, @Nullable String before, @Nullable String after, List<Quote> evidence)
      implements Found {}

  /// @param side `BEFORE` or `AFTER`
  /// @param verified whether the quote was found again in the snapshot, character by character
  /// @param snapshotUrl where the kept page is read, with the same key
  @RegisterForReflection
  record Quote(
      String side,
      String quote,
      boolean verified,
      String pageUrl,
      String fetchedAt,
      String snapshotUrl)
      implements Found {}

  /// @param cut whether there is more than is told
  @RegisterForReflection
  record Prices(List<Series> series, boolean cut) implements Found {}

  /// @param period `MONTH`, `YEAR`, `ONCE` or `USAGE`
  @RegisterForReflection
  record Series(
      @Nullable String competitorId,
      String plan,
      @Nullable String field,
      @Nullable String currency,
      @Nullable String period,
      List<Price> points)
      implements Found {}

  /// @param amountMinor in minor units of the currency; absent where the page names no amount
  @RegisterForReflection
  record Price(String at, @Nullable Long amountMinor, String text) implements Found {}

  /// @param staleBlocks how many blocks rest on something that has changed since
  @RegisterForReflection
  record Battlecard(
      String id,
      String competitorId,
      @Nullable String competitorName,
      String name,
      String audience,
      String publishedAt,
      int staleBlocks,
      List<Section> sections)
      implements Found {}

  @RegisterForReflection
  record Section(String kind, String title, List<Block> blocks) implements Found {}

  @RegisterForReflection
  record Block(String text, boolean stale, List<String> sources) implements Found {}

  /// @param verdict `ANSWERED`, `PARTIAL`, `INSUFFICIENT` or `OUT_OF_SCOPE`
  /// @param writtenBy `EXTRACTS` or `MODEL`
  /// @param modelPending whether a model is still wording it: ask again later with the same words
  @RegisterForReflection
  record Answer(
      String id,
      String question,
      String verdict,
      String confidence,
      String note,
      String writtenBy,
      boolean modelPending,
      List<Claim> claims,
      List<Citation> citations)
      implements Found {}

  /// @param citations numbers of citations
  @RegisterForReflection
  record Claim(String text, List<Integer> citations) implements Found {}

  @RegisterForReflection
  record Citation(
      int number,
      String competitor,
      String quote,
      String pageUrl,
      String fetchedAt,
      String snapshotUrl)
      implements Found {}
}
