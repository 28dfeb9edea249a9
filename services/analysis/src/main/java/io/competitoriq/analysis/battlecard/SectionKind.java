package io.competitoriq.analysis.battlecard;

/// What a section is for; its title may say it otherwise.
public enum SectionKind {
  OVERVIEW,
  WHY_WE_WIN,
  WHY_THEY_WIN,
  PRICING,
  /// Questions to ask that they answer badly.
  LANDMINES,
  OBJECTIONS,
  PROOF,
  RECENT_MOVES,
  /// The four quadrants of a SWOT are of the competitor, not of us.
  STRENGTHS,
  WEAKNESSES,
  OPPORTUNITIES,
  THREATS,
  OTHER
}
