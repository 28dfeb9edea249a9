package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words around an amount, in the languages pricing pages are written in.
final class Wording {

  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private static final Pattern MONTH =
      words(
          "(?:/|\\b(?:per|a|each|pro|im|par|al|por|ao|a[lo]?|per|i|za|na|in de)\\s+)\\s*(?:user\\s*/\\s*)?"
              + "(?:mo(?:nth|s|\\.)?|mth|monat|mois|mes|mês|mese|maand|mnd|mån(?:ad)?|måned|md|mies(?:iąc)?|měsíc|ay)(?![a-z])"
              + "|\\bmonthly\\b|\\bmonatlich|\\bmensuel|\\bmensual|\\bmensal|\\bmensil|\\bp\\.\\s?m\\.|/\\s*m\\b"
              + "|\\b(?:per|pro|par|por|/)\\s*\\p{L}+\\s+(?:and|und|et|y|e|en|och|og|i|&)\\s+(?:month|monat|mois|mes|mês|mese|maand|mån(?:ad)?|måned|miesiąc)\\b"
              + "|月額|/\\s*月|每月|/\\s*か月|ヶ月|\\bbilled every month|\\bper\\s+\\w+,?\\s+(?:per|/)\\s*month|^\\s*pm\\b");
  private static final Pattern YEAR =
      words(
          "(?:/|\\b(?:per|a|each|pro|im|par|al|por|ao|l'|i|za|na)\\s*)\\s*"
              + "(?:y(?:ea)?r|annum|jahr|an(?:née)?|año|ano|anno|jaar|år|rok)(?![a-z])"
              + "|\\ball'anno|\\bannual(?:ly)?\\b|\\byearly\\b|\\bjährlich|\\bannuel|\\banual|\\bannuale|\\bp\\.\\s?a\\.|/\\s*y\\b"
              + "|年額|/\\s*年|每年");
  private static final Pattern ONCE =
      words(
          "\\bone[- ]?(?:time|off)\\b|\\bonce\\b|\\blifetime\\b|\\beinmalig|\\bune seule fois|\\bpago único|\\búnico\\b");
  private static final Pattern USAGE =
      words(
          "(?:/|\\b(?:per|each|pro|par|por)\\s+)\\s*(?:[\\d.,]+\\s?[km]?\\s+)?(?:\\w+\\s+)?"
              + "(?:api\\s+)?(?:calls?|requests?|gb|tb|mb|transactions?|messages?|minutes?|min|hours?|hr|events?"
              + "|resolutions?|tickets?|conversations?|tokens?|emails?|sms|credits?|contacts?|orders?|invocations?|pages?|stunde|anfrage|anruf)(?![a-z])");
  private static final Pattern SEAT =
      words(
          "(?:/|\\b(?:per|each|pro|par|por|a|för|per)\\s+)\\s*(?:\\w+\\s+)?(?:users?|seats?|agents?|members?|editors?|people|person|licen[cs]es?"
              + "|nutzer|benutzer|utilisateur|usuarios?|usuário|utente|gebruiker|användare|mitarbeiter|teammates?|collaborators?)(?![a-z])|ユーザー");
  private static final Pattern FROM =
      words(
          "(?:\\bfrom|\\bstart(?:s|ing)?\\s+(?:at|from)|\\bas low as|\\bab|\\bà partir de|\\bdès|\\bdesde|\\ba partir de"
              + "|\\bvanaf|\\bfrån|\\bod|\\ba partire da|\\bfra)\\s*:?\\s*$");
  private static final Pattern NOT_A_PRICE =
      words(
          "(?:\\bsav(?:e|ed|es|ing|ings)\\b(?:\\s+\\w+){0,3}|\\bworth(?:\\s+of)?|\\bup to|\\bover|\\bmore than|\\bspare[n]?|\\braised"
              + "|\\brevenue(?:\\s+\\w+){0,2}|\\bget|\\bearn(?:ed)?|\\bwas|\\bpreviously|\\bstatt|\\binstead of|\\beconomi[sz]e[zr]?|\\bahorra)\\s*:?\\s*$");
  private static final Pattern REBATE =
      words(
          "^\\s*(?:off\\b|discount|credits?\\b|rabatt|de descuento|cashback|\\s*in (?:savings|credits|revenue)|(?:million|billion|mio|m|bn|b)\\b)");
  private static final Pattern CONTACT =
      words(
          "^(?:please\\s+)?(?:contact\\s+(?:us|sales|our\\s+(?:sales\\s+)?team)|talk\\s+to\\s+(?:us|sales|an?\\s+expert)|speak\\s+(?:to|with)\\s+(?:us|sales)"
              + "|custom(?:\\s+(?:pricing|price|quote|plan))?|(?:get|request)\\s+a\\s+(?:custom\\s+)?quote|let[’']s\\s+talk|call\\s+(?:us|for\\s+(?:pricing|price))"
              + "|(?:price|pricing|available)\\s+(?:up)?on\\s+request|(?:preis\\s+)?auf\\s+anfrage|kontakt(?:ieren\\s+sie\\s+uns)?|sprechen\\s+sie\\s+uns\\s+an"
              + "|nous\\s+contacter|contactez[- ]nous|sur\\s+devis|contáct[ea]nos|contactar(?:\\s+con\\s+ventas)?|a\\s+consultar|fale\\s+conosco|sob\\s+consulta"
              + "|su\\s+richiesta|contattaci|op\\s+aanvraag|neem\\s+contact\\s+op|på\\s+begäran|お問い合わせ(?:ください)?|要問い合わせ|联系我们|联系销售|tailored(?:\\s+pricing)?)[.!]?$");
  private static final Pattern FREE =
      words(
          "^(?:it[’']s\\s+|always\\s+)?(?:free|kostenlos|kostenfrei|gratis|gratuit(?:e|o|a)?|grátis|無料|免费|무료|ilmainen|za darmo|zdarma)"
              + "(?:\\s+(?:forever|plan|für immer|à vie|para siempre|for everyone))?(?:\\s*[-–,]?\\s*(?:/|per)\\s*(?:mo(?:nth)?|user).{0,20})?[.!]?$");

  private Wording() {}

  private static Pattern words(String regex) {
    return Pattern.compile(regex, FLAGS);
  }

  /// The period the words after an amount name; a month wins over "billed annually" beside it.
  static @Nullable BillingPeriod period(String words) {
    if (MONTH.matcher(words).find()) {
      return BillingPeriod.MONTH;
    }
    if (YEAR.matcher(words).find()) {
      return BillingPeriod.YEAR;
    }
    if (ONCE.matcher(words).find()) {
      return BillingPeriod.ONCE;
    }
    return USAGE.matcher(words).find() ? BillingPeriod.USAGE : null;
  }

  static boolean perSeat(String words) {
    return SEAT.matcher(words).find();
  }

  static boolean endsWithFrom(String before) {
    return FROM.matcher(before).find();
  }

  /// Amounts that are saved, won or given away are not asked for.
  static boolean isNotAsked(String before, String after) {
    return NOT_A_PRICE.matcher(before).find() || REBATE.matcher(after).find();
  }

  static boolean isContactSales(String text) {
    return CONTACT.matcher(text.strip()).find();
  }

  static boolean isFree(String text) {
    return FREE.matcher(text.strip()).find();
  }
}
