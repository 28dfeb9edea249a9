package io.competitoriq.analysis.battlecard;

import io.competitoriq.http.Ids;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a new card begins with; everything in it can be renamed, moved and removed.
public enum Template {
  /// All a salesperson needs.
  SALES(
      List.of(
          new Part(SectionKind.OVERVIEW, "30 seconds", null),
          new Part(SectionKind.WHY_WE_WIN, "Why we win", null),
          new Part(SectionKind.WHY_THEY_WIN, "Why they win", null),
          new Part(SectionKind.PRICING, "Pricing", LiveKind.PRICES),
          new Part(SectionKind.OBJECTIONS, "Objections", null),
          new Part(SectionKind.LANDMINES, "Traps to set", null),
          new Part(SectionKind.PROOF, "Proof", null),
          new Part(SectionKind.RECENT_MOVES, "Recent moves", LiveKind.POSTS))),
  SWOT(
      List.of(
          new Part(SectionKind.STRENGTHS, "Strengths", null),
          new Part(SectionKind.WEAKNESSES, "Weaknesses", null),
          new Part(SectionKind.OPPORTUNITIES, "Opportunities", null),
          new Part(SectionKind.THREATS, "Threats", null))),
  /// Facts only: it needs nobody to write it.
  FACTS(
      List.of(
          new Part(SectionKind.PRICING, "Pricing", LiveKind.PRICES),
          new Part(SectionKind.OTHER, "Features", LiveKind.FEATURES),
          new Part(SectionKind.OTHER, "People", LiveKind.PEOPLE),
          new Part(SectionKind.OTHER, "Open jobs", LiveKind.OPENINGS),
          new Part(SectionKind.RECENT_MOVES, "Latest posts", LiveKind.POSTS))),
  BLANK(List.of());

  private final List<Part> parts;

  Template(List<Part> parts) {
    this.parts = parts;
  }

  /// New sections, each with ids of its own.
  CardContent content() {
    return new CardContent(parts.stream().map(Part::section).toList());
  }

  private record Part(SectionKind kind, String title, @Nullable LiveKind live) {
    Section section() {
      List<Block> blocks = live == null ? List.of() : List.of(Block.live(Ids.next(), live));
      return new Section(Ids.next(), kind, title, blocks);
    }
  }
}
