package io.competitoriq.process.fact.jobs;

import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.fact.Detail;
import io.competitoriq.process.fact.DetailKind;
import io.competitoriq.process.fact.Details;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads single words beside a title into details of an opening.
final class OpeningDetails {

  private static final Pattern DEPARTMENT =
      Pattern.compile(
          "(?i)(engineering|software|technology|tech|r ?& ?d|research( (&|and) development)?|design|product( management)?|marketing|growth|sales|revenue|commercial"
              + "|customers?( success| support| experience)?|support|services|professional services|operations|finance|accounting|legal|people|human resources|hr|talent"
              + "|data( science)?|analytics|security|it|infrastructure|platform|mobile|g ?& ?a|general (&|and) administrative|administration|business development|communications|partnerships"
              + "|manufacturing|logistics|entwicklung|vertrieb|verwaltung|personal|finanzen|kundenservice|produktion|logistik)"
              + "( (&|and|,) .{2,30})?( team| department)?");

  private OpeningDetails() {}

  /// @param said which kind of detail a label, a column or a class promises; null when none does
  static void read(Details into, String words, @Nullable DetailKind said, @Nullable Quote quote) {
    Pay.in(words).ifPresent(pay -> pay(into, pay, quote));
    if (said == DetailKind.SALARY) {
      return;
    }
    boolean department = said == DetailKind.DEPARTMENT;
    if (!department) {
      Workplace.in(words).ifPresent(it -> into.add(DetailKind.WORKPLACE, it.name(), quote));
      Employment.in(words).ifPresent(it -> into.add(DetailKind.EMPLOYMENT, it.name(), quote));
    }
    String place = bare(words);
    if (said == DetailKind.LOCATION || said == null && Places.isPlace(place)) {
      place(into, place, quote);
    } else if (department || said == null && isDepartment(words)) {
      into.add(DetailKind.DEPARTMENT, words, quote);
    }
  }

  /// "Remote (EU)" is done from the EU.
  private static void place(Details into, String words, @Nullable Quote quote) {
    String rest = Workplace.without(words).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    boolean inBrackets = words.matches("(?i)remote\\s*\\([^)]+\\)") && Places.isPlace(rest);
    if (!rest.isEmpty() || Workplace.in(words).isPresent()) {
      into.add(DetailKind.LOCATION, inBrackets && rest.length() <= 3 ? rest : words, quote);
    }
  }

  static void pay(Details into, Pay pay, @Nullable Quote quote) {
    into.add(DetailKind.SALARY, pay.words(), quote);
    into.add(new Detail(DetailKind.SALARY_MIN, pay.words(), pay.min(), pay.currency(), quote));
    into.add(new Detail(DetailKind.SALARY_MAX, pay.words(), pay.max(), pay.currency(), quote));
    PayPeriod period = pay.period();
    if (period != null) {
      into.add(DetailKind.SALARY_PERIOD, period.name(), quote);
    }
  }

  static boolean isDepartment(String words) {
    return DEPARTMENT.matcher(words.strip()).matches();
  }

  /// Whether the words are about a job without naming one.
  static boolean isMeta(String words) {
    String bare = bare(words);
    String rest =
        Employment.without(Workplace.without(bare)).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return rest.isEmpty() || Places.isPlace(bare) || Pay.in(words).isPresent();
  }

  private static String bare(String words) {
    return words.replaceAll("^[\\s\\p{P}&&[^(€$£]]+|[\\s\\p{P}&&[^).]]+$", "").strip();
  }

  /// The kind a label, a column's head or a class name promises.
  static @Nullable DetailKind promised(String label) {
    String name = label.toLowerCase(Locale.ROOT);
    return Labels.KINDS.entrySet().stream()
        .filter(kind -> kind.getValue().matcher(name).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}
