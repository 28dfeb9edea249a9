package io.competitoriq.process.fact.pricing;

import java.util.regex.Pattern;

/// How a text begins that goes on from the amount above it.
final class PriceTails {

  static final Pattern START =
      Pattern.compile(
          "(?iuU)[\\s(,+*†·–—-]*(?:/|per\\b|pro\\b|je\\b(?=\\s+(?-i:\\p{Lu}|\\d))|par\\b|por\\b|al\\b|all[’']anno|l[’']an(?:née)?\\b|ao\\b|a"
              + " (?:month|year|week|day|user)|an? \\p{L}+ / |permonth|each\\b|every\\b|im"
              + " (?:monat|jahr)|im\\b|i (?:mån|måned)|om måneden|na"
              + " (?:miesiąc|rok|měsíc)|za\\b|p\\.\\s?[am]\\.|(?:monthly|yearly|annually|lifetime)(?=\\W*$|"
              + " (?:billed|payment|plan)\\b)|mo\\b|month\\b|mth\\b|yr\\b|year\\b|annual\\b|mensuel|mensual|mensal|mensil|monatlich|jährlich|mtl\\b|maandelijks|jaarlijks|miesięcznie|rocznie|měsíčně|ročně|aylık|yıllık|one[-"
              + " ]?(?:time|off)|once\\b|einmalig|paiement unique|en une fois|pago único|pagamento"
              + " únic|una tantum|e+nmalig|éénmalig|engång|engangs|jednoraz|jednorázov|tek"
              + " seferlik|pauschal|fixed\\b|flat (?:fee|rate)|billed\\b|paid\\b|charged\\b|when"
              + " (?:billed|paid)|if (?:billed|paid)|with (?:an? )?(?:annual|yearly|monthly)|bei"
              + " (?:jährlich|monatlich)|abgerechnet|zahlbar|factur|fakturer|faturad|faturamento|fatturat|fatturazion|gefactureerd|płatn|netto\\b|brutto\\b|base"
              + " fee|ht\\b|ttc\\b|excl?\\.|excluding|inkl(?:\\.|usive\\b|\\b)|incl(?:\\.|uding\\b|uding"
              + " vat|\\b)|zzgl|ex\\.? (?:vat|gst)|eks\\.|plus"
              + " (?:vat|gst|tax|mwst)|vat\\b|gst\\b|mxn\\b|usd\\b|eur\\b|gbp\\b|cad\\b|aud\\b|user\\b|seat\\b|quarterly|vierteljährlich|month-to-month|for"
              + " (?:the|your) first|starting\\b|à partir\\b|شهري|سنوي|月|年|か月|ヶ月|월|/월|ต่อ|в"
              + " месяц|на місяць|税)");

  private PriceTails() {}
}
