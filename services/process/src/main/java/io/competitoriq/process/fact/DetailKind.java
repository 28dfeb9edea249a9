package io.competitoriq.process.fact;

/// What a detail of a fact tells. Which of them a fact has goes by its kind.
public enum DetailKind {
  /// Of an opening: where, as the page words it.
  LOCATION,
  /// Of an opening: `REMOTE`, `HYBRID` or `ONSITE`.
  WORKPLACE,
  /// Of an opening: `FULL_TIME`, `PART_TIME`, `CONTRACT`, ...
  EMPLOYMENT,
  DEPARTMENT,
  /// Of an opening: `ENGINEERING`, `SALES`, ...; our reading of title and department.
  FUNCTION,
  /// Of an opening: `INTERN` to `EXECUTIVE`; our reading of the title.
  SENIORITY,
  /// Of an opening: the pay as the page words it.
  SALARY,
  /// The lower end of the pay; the amount is typed.
  SALARY_MIN,
  /// The upper end of the pay; equal to the lower one where the page names one amount.
  SALARY_MAX,
  /// `HOUR`, `DAY`, `WEEK`, `MONTH` or `YEAR`.
  SALARY_PERIOD,
  /// Where to apply, when it is another address than the opening's own.
  APPLY_URL,
  /// Of a feature: the heading it stands under in a comparison.
  GROUP,
  /// Of a post: `BLOG`, `NEWS` or `RELEASE`.
  POST_KIND,
  /// Of a release: its version number as the page words it.
  VERSION,
  /// Of a post: who wrote it.
  AUTHOR,
  /// Of a post: the day it was published, as the page words it.
  PUBLISHED,
  /// How far the date may be trusted: `HIGH` where the page or feed marks it as one, `MEDIUM` where
  /// it stands beside the title.
  DATE_CONFIDENCE,
  /// Of a product: the seller's number.
  SKU,
  BRAND,
  /// Of a product: `IN_STOCK`, `OUT_OF_STOCK`, `PREORDER`, `BACKORDER`, `LIMITED` or
  /// `DISCONTINUED`.
  AVAILABILITY,
  /// Of a product: the price asked for it; the amount is typed.
  PRICE,
  /// Of a product: the average rating as the page words it, usually of 5.
  RATING,
  /// Of a product: how many ratings or reviews it has.
  RATING_COUNT,
  /// Of a person: the page or profile of their own.
  PROFILE
}
