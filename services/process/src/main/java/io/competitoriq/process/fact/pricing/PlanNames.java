package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Texts;
import java.util.Locale;
import java.util.regex.Pattern;

/// What may be the name of a plan, and what is only written like one.
final class PlanNames {

  private static final int MOST_WORDS = 6;
  private static final int LONGEST = 60;
  private static final int LONGEST_WITH_BADGES = LONGEST + 80;
  private static final Pattern BADGE =
      Pattern.compile(
          "(?i)^(?:most popular|popular|recommended|best value|best deal|best ?sellers?|top"
              + " rated|new arrivals?|new|sale!?|hot|in stock|sold out|out of stock|only \\d+"
              + " left.*|quick view|\\+ ?more|tags?|filters?|beta|limited offer|special offer|our"
              + " pick|beliebt|am"
              + " beliebtesten|empfohlen|bestseller|neu|aktion|angebot|topseller|populär|meist(?:gekauft|gewählt)|promocja|nowość|polecan[ya]|najpopularniejsz[ya]|oferta|offerta|promo(?:tion|ção)?|en"
              + " promo|nouveau(?:té)?|le plus populaire|populaire|recommandé|novedad|nuevo|más"
              + " popular|recomendad[oa]|mais (?:popular|vendido)|novo|consigliat[oa]|più"
              + " (?:popolare|scelto)|novità|nieuw|aanbieding|korting|meest"
              + " gekozen|populair|aanbevolen|mest"
              + " (?:valda|populär|populära)|populärast|nyhet|rea|kampanj|tilbud|mest"
              + " populære|anbefalt|sleva|akce|nejoblíbenější|doporučujeme|人気(?:no\\.\\d)?|おすすめ|save"
              + " \\d+ ?%|-?\\d+ ?%( off)?)!?$");
  private static final Pattern BADGE_AT_START =
      Pattern.compile(
          "(?i)^(?:most popular|recommended|best value|best deal|save \\d+"
              + " ?%|beliebt|empfohlen)[!:]?\\s+(?=\\S)");
  private static final Pattern BADGE_AT_END =
      Pattern.compile(
          "(?i)\\s*[(\\[–—|-]?\\s*(?:most popular|popular|recommended|best"
              + " value|beliebt|empfohlen)[)\\]!]?$");
  private static final Pattern QUANTITY_AT_END =
      Pattern.compile(
          "(?i)\\s*\\((?:up to|bis zu|entro|within|innerhalb|binnen|until|dans"
              + " les|jusqu[’']à|hasta|fino a|max\\.?|for|für|pour|para) [^()]*\\)$");

  /// A pin before a name, a star for a note behind it.
  private static final Pattern DECORATION =
      Pattern.compile(
          "^[\\p{So}\\x{FE0F}\\x{200D}\\s&&[^®©™№]]+(?=[\\p{L}\\d])|[\\p{So}\\x{FE0F}\\x{200D}\\s*†‡&&[^®©™°]]+$");

  private static final Pattern NUMBERING = Pattern.compile("^\\d{1,2}[.)]\\s*(?=\\p{L})");
  private static final Pattern PERIOD =
      Pattern.compile(
          "(?iu)(?:weekly|monthly|quarterly|half[-"
              + " ]?yearly|yearly|annual(?:ly)?|lifetime|monatlich|jährlich|mensuel(?:le)?|annuel(?:le)?|mensual|anual|mensal|mensile|annuale|settimanale|semanal|maandelijks|jaarlijks|månadsvis|årsvis|miesięczny|roczny|měsíční|roční|monats(?:karte|abo)|jahres(?:karte|abo)|\\d+"
              + " (?:months?|years?|monate?|jahre?|mois|ans?|meses|año?s?|mesi|anni))(?:"
              + " (?:plan|pass|membership|subscription|abo))?");
  private static final Pattern NO_NAME =
      Pattern.compile(
          "(?i)\\b(?:pricing|prices|plans|choose|compare|comparison|faq|questions?|features|included|includes|everything"
              + " in|billed|per (?:user|month|year|seat)|get started|start (?:free|now)|try|sign"
              + " up|contact (?:us|sales|our|the|support)|learn more|buy"
              + " now|subscribe|(?:monthly|annually|yearly)(?! \\p{L}+ \\p{L}+|"
              + " (?:unlimited|pass|passes|membership|ticket|card|permit|season)\\b)|save|trusted|customers|add-?ons?|preise|tarife|free"
              + " trial|how much|(?:sale|starting|regular|current|original|special|total) price|add"
              + " to (?:cart|bag|basket|wish ?list)|wish ?list|key takeaways|review order|show"
              + " (?:more|all|variations?)|featured (?:provider|partner)|create your own|view"
              + " (?:all|details)|simple|transparent|from|starting at|gibt es|subtotal|total"
              + " (?:price|cost|due)|shopping"
              + " (?:bag|cart)|grundpreis|arbeitspreis|grundgebühr|verbrauchspreis|monatspreis|abschlag|unit"
              + " (?:rate|price)|standing charge|base (?:price|fee|rate)|prix du kwh|canone|your"
              + " (?:cart|bag|order)|checkout|shipping|vat)\\b|^(?:total$|contact$|home$|menu$|(?:bag|cart|basket|warenkorb|panier|carrito|carrello|winkelwagen)(?!\\p{L})|(?:unlock|upgrade)\\b|under\\b(?!"
              + " \\d+s?$)|over\\b(?! \\d+s?$)|[/+*•]|\\d+ offers?)|^(?:for|perfect|ideal|best)"
              + " |[?:]$");

  /// Words that join, limit or point; none of them names a plan, alone or among their like.
  private static final String JOINING =
      "or|and|then|also|oder|und|bzw|beziehungsweise|sonst|dann|sowie|ou|puis|sinon|oppure|poi|eller|och|samt|lub|albo|oraz|nebo|anebo|alebo|veya|ya"
          + " da|или|либо|または|又は|或|或者|또는";

  private static final String EMPTY =
      "soit|vs|versus|from|desde|dès|från|vanaf|od|partir|partire|mulai|starting|starts|de|von|da|du|des|between|zwischen|entre|tra|fra|i\\.?e|d\\.?h|entspricht|equals|ovvero|cioè|oftewel|czyli|tj|o|e|y|u|et|of|en|og|i|ve|и|now|only|just|at|for|with|if|when|than|about|approx|ca|circa|the|an|is|was|are|per|today|price|cost"
          + "|jetzt|nur|heute|bei|mit|für|wenn|je|ab|maintenant|seulement|avec|pour|si|ahora|sólo|con|para|adesso|agora|apenas|só|com|alleen"
          + "|slechts|met|bij|voor|endast|bara|med|kun|nu|nå|tylko|przy|jen|pouze|preis|prix|precio|preço|prezzo|prijs|pris|cena";
  private static final Pattern ONLY_JOINING =
      Pattern.compile("(?iuU)^(?:(?:" + JOINING + "|" + EMPTY + ")\\b[\\s.,:;/&+()–—-]*)+$");
  private static final Pattern JOINING_AT_START =
      Pattern.compile("(?iuU)^[\\s(]*(?:" + JOINING + ")\\b");

  /// "Join the club for" goes on: it is the beginning of a sentence. Capitals end a name ("Plan
  /// A").
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "(?U)\\s(?:a|an|the|for|with|is|are|by|at|of|to|or|and|when|just|only|und|oder|mit|für|zu|ab|bei|ist|ein|eine|der|die|das|von|avec|pour|est|un|une"
              + "|de|du|à|et|ou|con|para|es|por|el|y|o|com|um|uma|di|il|e|met|voor|een|van|en|of|med|för|och|og|lub|za|od)$");

  private static final Pattern BILLING =
      Pattern.compile(
          "(?iuU)\\b(?:billed|annual billing|invoiced|charged|paid"
              + " (?:once|per|by|in|every|each|up)|payable|pay(?! as)|payment"
              + " (?:in|upfront|by|per)|abgerechnet|abrechnung|zahlung|zahlbar|zahlweise"
              + "|gezahlt|bezahlt|jährlich\\w*|monatlich\\w*|factur\\w+|faktur\\w*|payée?|paiement|mensuellement|annuellement|pagad[oa]|pagando|mensualmente"
              + "|anualmente|cobrad[oa]|faturad[oa]|mensalmente|fatturat[oa]|pagat[oa]|mensilmente|annualmente|gefactureerd|betaald|maandelijks|jaarlijks"
              + "|betalt|betalas|betales|månedlig\\w*|månadsvis|årlig\\w*|årsvis|rocznie|miesięcznie|ročně|měsíčně|aylık|yıllık)\\b"
              + "|年払い|月払い|年額|月額|年間|一括|初期費用|按年|按月|每年|每月");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private PlanNames() {}

  /// The name without the badge a page sticks to it.
  static String clean(String text) {
    String plain = DECORATION.matcher(text).replaceAll("");
    return NUMBERING.matcher(unmarked(plain)).replaceFirst("");
  }

  private static String unmarked(String text) {
    return Texts.collapse(
        QUANTITY_AT_END
            .matcher(
                BADGE_AT_START
                    .matcher(BADGE_AT_END.matcher(text).replaceFirst(""))
                    .replaceFirst(""))
            .replaceFirst("")
            .replaceAll("[\\s:–—|¶#-]+$", ""));
  }

  /// Where a page sells nothing but time, its plans are called "Monthly" and "Yearly".
  static boolean isPeriod(String text) {
    return PERIOD.matcher(clean(text)).matches();
  }

  /// The head of a column says more than the name on a card.
  static boolean isPlausibleHead(String text) {
    return isPlausible(text, 2 * MOST_WORDS);
  }

  static boolean isPlausible(String text) {
    return isPlausible(text, MOST_WORDS);
  }

  private static boolean isPlausible(String text, int mostWords) {
    // Before any pattern sees it: a text may be a megabyte.
    if (text.length() > LONGEST_WITH_BADGES) {
      return false;
    }
    String name = clean(text);
    return !name.isEmpty()
        && name.length() <= LONGEST
        && Texts.words(name) <= mostWords
        && LETTER.matcher(name).find()
        && !BADGE.matcher(name).matches()
        && !NO_NAME.matcher(name).find()
        && !isSaidBetweenAmounts(name)
        && (PriceParser.parse(name, Locale.ENGLISH).isEmpty() || isFreePlan(name));
  }

  /// "or", "jetzt nur", "ou payé" stand beside an amount and name nothing.
  private static boolean isSaidBetweenAmounts(String name) {
    return ONLY_JOINING.matcher(name).matches()
        || JOINING_AT_START.matcher(name).find()
        || UNFINISHED.matcher(name).find()
        || BILLING.matcher(name).find();
  }

  /// "Free" and "Custom" are prices and names of plans.
  private static boolean isFreePlan(String name) {
    return name.matches(
        "(?i)free|gratis|kostenlos|gratuit|gratuite|grátis|gratuito|무료|無料|custom|free plan|free"
            + " forever|sur mesure|su misura|personalizado|individuell|tailored");
  }
}
