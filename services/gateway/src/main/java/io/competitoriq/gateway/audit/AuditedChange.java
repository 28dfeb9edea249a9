package io.competitoriq.gateway.audit;

/// What an act changed.
///
/// @param subject such as `queue crawl-jobs` or `job 4711`
/// @param before JSON, what was
/// @param after JSON, what is
public record AuditedChange(String subject, String before, String after) {

  private static final int LONGEST = 4000;

  public AuditedChange {
    before = cut(before);
    after = cut(after);
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
