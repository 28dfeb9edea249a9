package io.competitoriq.analysis.golden;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.Changes;
import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.messages.Side;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.messages.TextChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What people agreed an assessment must and must not say.
///
/// @param ownCompany the profile of the workspace in which cases with `ours` are asked
record GoldenSet(String about, Map<String, Object> ownCompany, List<Case> cases) {

  static GoldenSet read(Path file) {
    try {
      return new ObjectMapper().readValue(file.toFile(), GoldenSet.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// One change.
  ///
  /// @param scripted what the stand-in answers
  record Case(
      String id,
      SourceKind source,
      String title,
      boolean ours,
      List<Fact> facts,
      List<Text> texts,
      Expected expect,
      Scripted scripted) {

    /// Under a title the stand-in knows the case by.
    RaiseSignal change() {
      return Changes.of(
          source,
          title + " (golden " + id + ")",
          facts.stream().map(Fact::toChange).toList(),
          texts.stream().map(Text::toChange).toList());
    }
  }

  /// @param verdict RELEVANT, NOISE or INSUFFICIENT
  /// @param scriptedVerdict what the stand-in's answer must come to, where that is not the truth
  /// @param names words that must be said; `a|b`: either
  /// @param quotes words that must be quoted, each by one claim that stands
  /// @param lies words that must not be shown
  /// @param scriptedHides parts of the stand-in's answer (headline, why) that must not be shown
  record Expected(
      String verdict,
      @Nullable String scriptedVerdict,
      List<String> names,
      List<String> quotes,
      List<String> lies,
      @Nullable List<String> scriptedHides) {}

  /// A fact with its earlier and later quote.
  record Fact(
      ChangeKind change,
      FactKind kind,
      String subject,
      String field,
      @Nullable Value before,
      @Nullable Value after,
      List<@Nullable String> quotes) {

    FactChange toChange() {
      return new FactChange(
          change, kind, subject, field, Value.of(before), Value.of(after), evidence(quotes));
    }
  }

  /// A value; an amount where it is one.
  record Value(
      String text,
      @Nullable Long minor,
      @Nullable String currency,
      @Nullable BillingPeriod period) {

    static @Nullable FactValue of(@Nullable Value value) {
      return value == null
          ? null
          : new FactValue(value.text, value.minor, value.currency, value.period);
    }
  }

  /// A changed text; each side is its own quote.
  record Text(String before, String after, List<String> path) {

    TextChange toChange() {
      return new TextChange(
          ChangeKind.MODIFIED, path, before, after, evidence(List.of(before, after)));
    }
  }

  /// An answer of the stand-in.
  record Scripted(
      boolean relevant,
      String category,
      String headline,
      String why,
      List<ScriptedClaim> claims,
      List<String> audience,
      int significance,
      @JsonProperty("confidence") String confidence,
      @Nullable String noise,
      boolean insufficient) {}

  /// @param drop why it must not stand; null: it must
  record ScriptedClaim(
      String text,
      List<String> evidence,
      @Nullable String quoteOld,
      @Nullable String quoteNew,
      String kind,
      @Nullable String drop) {}

  private static List<Evidence> evidence(List<@Nullable String> quotes) {
    List<Evidence> evidence = new ArrayList<>();
    Side[] sides = {Side.BEFORE, Side.AFTER};
    for (int i = 0; i < sides.length; i++) {
      String quote = quotes.get(i);
      if (quote != null) {
        evidence.add(Changes.quote(sides[i], quote));
      }
    }
    return evidence;
  }
}
