package io.competitoriq.analysis.signal;

import io.competitoriq.messages.Category;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.messages.SourceKind;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a change is about: its facts decide, the weightiest first; without facts the page does.
final class CategoryRule {

  private static final Pattern LEGAL_PATH =
      Pattern.compile(
          "(^|[/_-])(terms|tos|privacy|legal|dpa|sla|subprocessors?|cookies?)([/_.-]|$)");
  private static final Pattern LEADERSHIP =
      Pattern.compile(
          "\\b(ceo|cto|cfo|coo|cmo|cpo|chief \\w+ officer|co-?founder|board of directors"
              + "|vice president|vp of)\\b");

  private CategoryRule() {}

  static Category of(RaiseSignal change) {
    Optional<FactKind> leading =
        change.facts().stream()
            .map(FactChange::factKind)
            .min(Comparator.comparingInt(CategoryRule::rank));
    return leading.map(kind -> ofFact(kind, change.sourceKind())).orElseGet(() -> ofPage(change));
  }

  private static int rank(FactKind kind) {
    return switch (kind) {
      case PRICE -> 0;
      case PLAN -> 1;
      case FEATURE -> 2;
      case PERSON -> 3;
      case JOB_OPENING -> 4;
      case POST -> 5;
      case PRODUCT -> 6;
      case CONTACT, TECHNOLOGY -> 7;
    };
  }

  private static Category ofFact(FactKind kind, SourceKind source) {
    return switch (kind) {
      case PRICE, PLAN -> Category.PRICING;
      case FEATURE, PRODUCT -> Category.PRODUCT;
      case PERSON -> Category.LEADERSHIP;
      case CONTACT, TECHNOLOGY -> Category.OTHER;
      case JOB_OPENING -> Category.HIRING;
      case POST -> source == SourceKind.CHANGELOG ? Category.PRODUCT : Category.NEWS;
    };
  }

  private static Category ofPage(RaiseSignal change) {
    if (LEGAL_PATH.matcher(path(change)).find()) {
      return Category.LEGAL;
    }
    return switch (change.sourceKind()) {
      case HOME, CUSTOMERS, REVIEWS, ADS -> Category.POSITIONING;
      case SECURITY, LEGAL -> Category.LEGAL;
      case PRICING -> Category.PRICING;
      case FEATURES, CHANGELOG, DOCS, HELP, STATUS, APPS -> Category.PRODUCT;
      case BLOG, NEWS, SOCIAL -> Category.NEWS;
      case CAREERS -> Category.HIRING;
      case ABOUT -> namesLeaders(change) ? Category.LEADERSHIP : Category.POSITIONING;
      case OTHER -> Category.OTHER;
    };
  }

  private static String path(RaiseSignal change) {
    String path = change.url().getPath();
    return path == null ? "" : path.toLowerCase(Locale.ROOT);
  }

  private static boolean namesLeaders(RaiseSignal change) {
    return change.texts().stream()
        .map(text -> (text.before() + " " + text.after()).toLowerCase(Locale.ROOT))
        .anyMatch(text -> LEADERSHIP.matcher(text).find());
  }
}
