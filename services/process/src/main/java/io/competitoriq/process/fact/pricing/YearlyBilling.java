package io.competitoriq.process.fact.pricing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells from the words around a monthly amount whether it is paid once a year.
final class YearlyBilling {

  private static final String YEARLY =
      "\\b(?:yearly|annual\\w*|jährlich\\w*|jahres\\w*|annuel\\w*|anual\\w*|jaarlijks\\w*|jährl\\.|årlig\\w*|årsvis|rocznie|ročně|yıllık)\\b|\\b(?:billed|paid|charged|invoiced)\\s+(?:once\\s+)?(?:an?|per|each|every|by"
          + " the)\\s+(?:year|12 months)\\b|\\b(?:une fois par an|einmal (?:im|pro) jahr|una vez al"
          + " año|una volta all['’]anno|uma vez por ano|eens per jaar|én gang om året|raz w"
          + " roku)\\b|年払い|年契約|按年";
  private static final Pattern AFTER =
      words(
          "(?:"
              + YEARLY
              + ")(?!\\s*:)(?!\\s*(?:or|and|oder|und|ou|et|o|/)\\s*(?:month|monat|mens|mois|per"
              + " month))");
  private static final Pattern BEFORE =
      words("(?:" + YEARLY + ")\\s*[:–-]?\\s*(?:at|for|from|zu|ab|à|a)?\\s*$");
  private static final Pattern MONTHLY =
      words(
          "\\b(?:billed|paid|charged|invoiced|billing)\\s+(?:\\w+\\s+)?month|\\b(?:fatturazione"
              + " mensil|facturation mensuel|facturación mensual|facturação mensal|faturamento"
              + " mensal|maandelijkse facturatie)\\p{L}*|\\bmonth[- ]to[-"
              + " ]month|\\bmonatlich\\w*\\s+(?:abgerechnet|kündbar|gezahlt|bezahlt)|\\bbei"
              + " monatlich|\\bmensuellement|\\bmensualmente|\\bmensalmente|\\bmensilmente|\\bmaandelijks|月払い|按月|\\bpłatn\\p{L}+"
              + " miesięcznie|\\bmonatliche[rn]? (?:abrechnung|zahlung|zahlweise)|\\bpaid"
              + " month|\\bplaceno měsíčně|\\bfakturer\\p{L}+ månedlig");
  private static final Pattern PAID_BEFORE =
      words(
          "\\b(?:billed|billed monthly at|charged|billed"
              + " monthly|abgerechnet|facturé|pay(?:ing|ment)? monthly|paid monthly|billing"
              + " monthly|monthly (?:billing|payments?)|monatliche (?:zahlung|abrechnung)|monatlich"
              + " zahlen|paiement mensuel|pago mensual|pagamento mensile|maandelijks"
              + " betalen)\\s*:?\\s*$");
  private static final Pattern ELSEWHERE =
      words(
          "%|\\b(?:sav(?:e|es|ing|ings)|off|discount\\w*|cheaper|less|or(?!"
              + " \\p{L}+ed\\b)|also|available|instead|than|spar\\w*|rabatt|oder|ou|o|économi\\w*|ahorr\\w*|risparmi\\w*|economi\\w*)\\b");
  private static final Pattern PAID =
      words(
          "\\b(?:billed|billing|paid|payment|charged|invoiced|abgerechnet|abrechnung|zahlung|zahlweise|bezahlt|gezahlt|factur\\w+|paiement|payée?"
              + "|pagad[oa]|pago|faturad[oa]|cobrad[oa]|fatturat\\w+|pagat[oa]|gefactureerd|betaald|faktur\\w*|betal\\w*)\\b|年払い|年契約|按年");

  private YearlyBilling() {}

  private static Pattern words(String regex) {
    return Pattern.compile(
        regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /// @param before words between the amount before this one and this one
  /// @param after words behind the amount, up to the next one
  static boolean isTold(String before, String after) {
    Matcher yearly = AFTER.matcher(after);
    Matcher monthly = MONTHLY.matcher(after);
    int monthlyAt = monthly.find() ? monthly.start() : Integer.MAX_VALUE;
    if (yearly.find() && yearly.start() < monthlyAt) {
      return !ELSEWHERE.matcher(after.substring(0, yearly.start())).find();
    }
    Matcher ahead = BEFORE.matcher(before);
    return monthlyAt == Integer.MAX_VALUE
        && ahead.find()
        && !ELSEWHERE.matcher(before.substring(ahead.start())).find();
  }

  /// Whether the words around a monthly amount say that it is paid each month.
  static boolean isMonthly(String before, String after) {
    Matcher monthly = MONTHLY.matcher(after);
    boolean told = monthly.find() && !ELSEWHERE.matcher(after.substring(0, monthly.start())).find();
    return told || PAID_BEFORE.matcher(before).find();
  }

  /// Whether a text of its own says that the amount above it is paid once a year, and not what
  /// another way of paying would save.
  static boolean isRemark(String text) {
    return isTold("", text) && PAID.matcher(text).find();
  }
}
