package io.competitoriq.process.content;

/// Which part of a page a block belongs to. Only what changes in [#MAIN] is news.
public enum Region {
  MAIN(true),
  /// Words of customers; pages show other ones on every visit.
  TESTIMONIAL(true),
  ADVERT(true),
  /// Links to other pages of the site, comments, share buttons.
  RELATED(true),
  ASIDE(true),
  NAVIGATION(false),
  FOOTER(false),
  /// Cookie banners, dialogs and other overlays.
  OVERLAY(false),
  /// What the page states for machines only, in JSON-LD. Facts read from it tell their changes.
  STATED(true);

  private final boolean stored;

  Region(boolean stored) {
    this.stored = stored;
  }

  /// Whether what stands here is other on every visit.
  boolean rotates() {
    return this == ADVERT || this == RELATED || this == OVERLAY;
  }

  /// Whether blocks of this region are part of the document.
  boolean isStored() {
    return stored;
  }

  /// Why a change here is not news; the word readers see.
  public String reason() {
    return switch (this) {
      case MAIN -> "main";
      case TESTIMONIAL -> "testimonial";
      case ADVERT -> "advert";
      case RELATED -> "related";
      case ASIDE -> "aside";
      case NAVIGATION -> "navigation";
      case FOOTER -> "footer";
      case OVERLAY -> "overlay";
      case STATED -> "stated for machines";
    };
  }
}
