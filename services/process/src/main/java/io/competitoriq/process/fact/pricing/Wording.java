package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.process.fact.pricing.Price.Role;
import io.competitoriq.process.fact.pricing.Units.Unit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words around an amount, in the languages pricing pages are written in.
final class Wording {

  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private static final Pattern MONTH =
      words(
          "(?:/|\\b(?:per|pr\\.?|a|each|every|pro|je|im|par|al|por|ao|a[lo]?|i|om|za|na|in"
              + " de|el)\\s+)\\s*(?:user\\s*/\\s*)?"
              + "(?:mo(?:nth|s|\\.)?|mth|monat|mois|mes|mês|mese|maand|mnd|mån(?:ad(?:en)?)?|måned(?:en)?|md|mies(?:iąc)?|měsíc|ay|bulan|bln|kk|kuukausi|мес(?:яц)?|міс(?:яць)?)(?![a-z])"
              + "|\\bmonthly\\b|\\bmonatlich|\\bmtl\\b|\\bmensuel|\\bmensual|\\bmensal|\\bmensil|\\bmaandelijks|\\bmiesięcznie|\\bměsíčně|\\bmånedlig|\\baylık|\\bp\\.\\s?m\\.|/\\s*m\\b|\\bper\\s?month|\\b(?:per|pro|par|por|/)\\s*\\p{L}+\\s+(?:and|und|et|y|e|en|och|og|i|&)\\s+(?:month|monat|mois|mes|mês|mese|maand|mån(?:ad)?|måned|miesiąc)\\b|شهري|في"
              + " الشهر|/\\s*شهر|月額|/\\s*月|每月|/\\s*か月|ヶ月|/\\s*월|월\\s*$|매월|ต่อเดือน|/\\s*เดือน|/\\s*tháng|mỗi"
              + " tháng|в месяц|на"
              + " місяць|\\bper\\s+\\w+,?\\s+(?:per|/)\\s*month|^\\s*(?:pm|month|mo)\\b|\\bmonth[-"
              + " ]to[- ]month|^\\s*\\p{Sc}?\\s*al mes");
  private static final Pattern YEAR =
      words(
          "(?:/\\s*|\\bl['’]\\s*|\\b(?:per|a|each|every|pro|je|im|par|al|por|ao|i|om|za|na|el)\\s+)"
              + "(?:y(?:ea)?r|annum|jahr|an(?:née)?|año|ano|anno|jaar|år(?:et)?|rok|tahun|thn|yıl|год|рік)(?![a-z])|\\ball[’']anno|\\bl[’']an(?:née)?\\b|\\bl[’']anno\\b|\\bannual(?:ly)?\\b|\\byearly\\b|\\bjährlich|\\bannuel|\\banual|\\bannuale|\\bjaarlijks|\\brocznie|\\bročně|\\bårlig|\\byıllık|\\bop"
              + " jaarbasis|\\bauf jahresbasis|\\bpå årsbasis|\\bsur (?:une )?base annuelle|\\bsu"
              + " base"
              + " annua|\\bp\\.\\s?a\\.|/\\s*y\\b|(?:/|\\b(?:per|every|for|pour|für|por|voor|za))\\s*12\\s*(?:mo(?:nth)?s?|mesi|meses|mois|monate|maanden|månader|måneder|miesięcy|měsíců|ay|kk)\\b|سنوي|في"
              + " السنة|/\\s*سنة|年額|年間|/\\s*年|每年|/\\s*년|매년|ต่อปี|/\\s*ปี|/\\s*năm|в год|на рік");
  private static final Pattern ONCE =
      words(
          "\\bone[- ]?(?:time|off)\\b|\\bonce\\b|\\blifetime\\b(?!"
              + " (?:guarantee|warranty|support|updates))|\\bfixed (?:fee|price)|\\bflat"
              + " fee|\\beinmal|\\bfestpreis|\\bune (?:seule )?fois|\\bpaiement unique|\\bpago"
              + " único|\\búnico\\b|\\buna"
              + " tantum|\\beenmalig|\\bengång|\\bengangs|\\bjednoraz|\\bsekali bayar|\\bpagamento"
              + " únic|\\béénmalig|\\btek seferlik|\\bjednorázov|買い切り|единоразов|разов(?:ый|ая)");
  private static final Pattern QUARTERLY =
      words(
          "\\bquarterly\\b|\\bvierteljährlich|\\bquartalsweise|\\btrimestriel|\\btrimestral|\\bper"
              + " kwartaal|\\bkwartalnie|\\bčtvrtletně");
  private static final Pattern FROM =
      words(
          "(?:\\bfrom|\\bstart(?:s|ing)?\\s+(?:at|from)|\\bstarting(?: prices?)?|\\bprix de"
              + " départ|\\bstartpreis|\\beinstiegspreis|\\bprecio inicial|\\bprezzo di"
              + " partenza|\\bpreço inicial|\\bstartprijs|\\bas low as|\\bab|\\bà partir"
              + " de|\\bdès|\\bdesde|\\ba partir de|\\bvanaf|\\bfrån|\\bod|\\ba partire da|\\ba"
              + " partir do|\\bfra|\\balkaen|\\bmulai(?: dari)?|\\bfrom only|\\bstarting from|\\bat"
              + " least|\\bmindestens|\\bот|\\bвід|(?<!\\bya )\\bda|\\bpartono da|\\ba"
              + " parti(?:r|re))\\s*:?\\s*$");
  private static final Pattern FROM_AFTER =
      words(
          "^(?:\\s*/\\s*\\p{L}{1,8})?\\s*(?:\\+(?!\\s*(?:\\p{L}|\\d))|and up|à partir(?: de)?\\b(?!"
              + " \\d)|en adelante|e oltre|og opp|och"
              + " uppåt|起|から|〜|～|~|부터|[’']?(?:den|dan|ten|tan)(?: başlayan)?(?!\\p{L}))");
  private static final Pattern NOT_A_PRICE =
      words(
          "(?:\\bsav(?:e|ed|es|ing|ings)\\b(?:\\s+\\w+){0,3}|\\bworth(?:\\s+of)?|\\b(?:go(?:es)?"
              + " )?up to|\\bupp till|\\bbis zu|\\bjusqu[’']à|\\bfino a|\\bhasta|\\baté|\\bop"
              + " til|\\bopp til|\\btot maximaal|\\bover|\\bmore"
              + " than|\\bspare[n]?|\\braised|\\brevenue(?:\\s+\\w+){0,2}|\\bget|\\bearn(?:ed)?|\\beconomi[sz]e[zr]?|\\bahorra|\\brenews?"
              + " (?:at|for)|\\bcompetitors?(?:\\s+\\w+){0,2}|\\bfree"
              + " (?:shipping|delivery)(?:\\s+\\w+){0,3}|\\bversandkostenfrei ab|\\bspend|\\bsetup"
              + " fee|\\bjoining"
              + " fee|\\baufnahmegebühr|\\banmeldegebühr|\\beinrichtungsgebühr|\\bfrais"
              + " d[’'](?:inscription|adhésion|installation|activation)|\\bfrais de (?:dossier|mise"
              + " en service)|\\binschrijfkosten|\\binschrijfgeld|\\bmatrícula|\\binscripción|\\binscrição|\\bquota"
              + " (?:di iscrizione|associativa)|\\biscrizione|\\bstartavgift|\\bopłata"
              + " (?:startowa|aktywacyjna|wpisowa)|\\bwpisowe|\\bkaution|\\b(?:einmaliger?"
              + " )?anschluss(?:preis|gebühr)|\\bbereitstellungs(?:preis|gebühr)|\\baktivierungsgebühr|\\bversandkosten|\\bservicepauschale|\\b(?:costo|costi)"
              + " di attivazione|\\battivazione|\\bcoût"
              + " d[’']activation|\\b(?:activerings|aansluit)kosten|\\bcoste de alta|\\bgastos de"
              + " (?:alta|envío|gestión)|\\btaxa de (?:adesão|ativação|inscrição)|\\bopłata"
              + " (?:aktywacyjna|przyłączeniowa)|\\bnajniższa cena(?: z \\d+ dni)?(?: przed"
              + " obniżką)?|\\bniedrigster preis(?: der letzten)? \\d+ tage|30 derniers"
              + " jours|\\b(?:últimos )?30 días|\\b(?:ultimi )?30 giorni|\\b30 dagen|\\b30"
              + " dag(?:arna|ar)?|\\btotal(?:"
              + " of)?|\\binsgesamt|\\btotale|\\btotaal|\\b(?:darmowa|free) (?:dostawa|delivery)"
              + " od|\\bcaution|\\bborg|\\bdeposit(?: of)?|\\bextra|\\bpayments? of|\\brates?"
              + " of|\\bmit je|\\bgift cards?(?:\\s+\\w+){0,2}|\\bbonus"
              + " (?:von|of|de|di)|\\bguthaben von|\\borders?"
              + " (?:over|above|of)|\\brefund\\w*)\\s*:?\\s*$");
  private static final Pattern FORMER =
      words(
          "(?:\\bwas|\\bpreviously|\\bstatt|\\binstead of|\\bformerly|\\brrp|\\buvp|\\bmsrp|\\blist"
              + " price|\\bregular price|\\bregularly|\\bnormally|\\boriginal(?:ly)?(?:"
              + " price)?|\\bau lieu de|\\binvece di|\\banziché|\\ben lugar de|\\ben vez de|\\bem"
              + " vez de|\\bi stället för|\\bistället för|\\bi stedet for|\\bin plaats"
              + " van|\\bmísto|\\bavant|\\bprezzo di listino|\\bprix"
              + " barré|\\bantes|\\bde:|\\bnormalpreis|\\bordinarie(?:"
              + " pris)?|\\bförr|\\bvan|\\bprima|\\bzamiast|\\bpůvodně|\\bunverb\\."
              + " preisempf\\.|\\bcompare at)\\s*:?\\s*(?:price)?\\s*$");
  private static final Pattern EXTRA =
      words(
          "(?:(?<!\\d)\\+|(?<!^)\\bplus|\\badditional|(?<!^)\\bextra \\w+(?:"
              + " for)?|\\bzzgl\\.?|\\bzuzüglich|\\bthereafter|\\beach"
              + " additional(?:\\s+\\w+){1,2}:?)\\s*$");
  private static final Pattern INTRODUCTORY =
      words(
          "^[^.]{0,16}?\\b(?:for (?:your |the )?first (?:\\d+ |two |three |six"
              + " )?(?:months?|years?|weeks?|terms?)|first (?:\\d+ |two |three |six"
              + " )?(?:months?|year)|(?:im|in den|für die|die) erste[rn]? (?:\\d+ |zwei |drei"
              + " |sechs )?(?:monate?n?|jahre?)|(?:le|la|les|pendant) (?:\\d+ )?premi(?:ers?"
              + " mois|ère année)|(?:el|los) primer(?:os)? (?:\\d+ )?(?:mes(?:es)?|año)|(?:il|i|per"
              + " il|per i) prim[oi] (?:\\d+ )?(?:mes[ei]|anno)|(?:no|nos) primeiros? (?:\\d+"
              + " )?(?:mês|meses|ano)|de eerste (?:\\d+ )?(?:maand(?:en)?|jaar)|(?:de )?första"
              + " (?:\\d+ )?(?:månad(?:en|erna)?|året)|(?:przez )?pierwsz[ye] (?:\\d+"
              + " )?(?:miesiąc\\p{L}*|miesięcy|rok))");
  private static final Pattern INTRODUCED =
      words(
          "\\b(?:kampanj(?:pris)?|introductory (?:price|offer|rate)|intro"
              + " (?:price|offer|rate)|aktionspreis|einführungspreis|promo(?:tional)?"
              + " (?:price|rate)|prix de lancement|precio de"
              + " lanzamiento)\\s*:?\\s*$|\\b(?:first|1st|1er|premiers?|erste[rn]?|primer(?:os)?|prim[oi]|primeiros?|eerste|första|pierwsz[ye])"
              + " (?:\\d+ |two |three |six |zwei |drei |sechs"
              + " )?(?:months?|years?|mois|monate?|jahr|mes(?:es)?|mes[ei]|mês|maand(?:en)?|jaar|månad(?:en|erna)?|miesiąc)(?:"
              + " \\p{L}+)?\\s*[:–-]?\\s*(?:(?:at|for|only|just|à|für|nur|ab|a|por|voor|för|za)\\s*)*$");
  private static final Pattern AFTERWARDS =
      words(
          "(?:^|[\\s,;.(*†])(?:and )?(?:then|thereafter|after"
              + " that|afterwards|danach|dann|anschließend|puis|ensuite|luego|después|depois|poi|daarna|därefter|sedan|następnie|potem|poté)\\b[:,]?(?:\\s+(?:just|only|from|starts?"
              + " (?:at|from)|it[’']s|nur|ab|für|à|a|da|por|voor|för))*\\s*$");
  private static final Pattern PERCENT_AND = words("\\d\\s?%\\s*(?:\\+|and|plus|und|et|y|e)\\s*$");
  private static final Pattern REBATE =
      words(
          "^\\s*(?:(?!(?:per|pro|je|an?|each|every|par|por)\\b)(?:in |of )?(?:\\p{L}+"
              + " ){0,2}(?:savings|credits?|discount|rewards?|rebate|cash"
              + " ?back|shipping|delivery|postage)\\b|off\\b|discount|credits?\\b|rabatt|de"
              + " descuento|cashback|cash back|\\s*in"
              + " (?:savings|credits|revenue|funding)|(?:million|billion|mio|mrd|m|mm|bn|b)\\b|(?:setup|joining|activation|enrollment)"
              + " fee|in sales|[^.]{0,40}\\b(?:finance|financing|apr|interest[-"
              + " ]free|instal?lments)\\b|saved|savings|gift|minimum|deposit|raised|bonus|voucher|coupon)");
  private static final Pattern CONTACT =
      words(
          "^(?:please\\s+)?(?:contact\\s+(?:us|sales|our\\s+(?:sales\\s+)?team)|talk\\s+to\\s+(?:us|(?:our\\s+)?sales(?:\\s+team)?|an?\\s+(?:sales\\s+)?expert)|speak\\s+(?:to|with)\\s+(?:us|sales)"
              + "|custom(?:\\s+(?:pricing|price|quote|plan))?|(?:get|request)\\s+a\\s+(?:custom\\s+)?quote|let[’']s\\s+talk|call\\s+(?:us|for\\s+(?:pricing|price))"
              + "|(?:price|pricing|available)?\\s*(?:up)?on\\s+(?:request|application)|request\\s+(?:a\\s+)?(?:quote|pricing|demo)|contact\\s+(?:us\\s+)?for\\s+(?:a\\s+)?(?:pricing|price|quote|details)|poa|(?:preis\\s+)?auf\\s+anfrage|kontakt(?:ieren\\s+sie\\s+uns)?|sprechen\\s+sie\\s+uns\\s+an|nous\\s+contacter|contactez[-"
              + " ]nous|sur\\s+devis|cont[aá]ct[ea]nos|consúlt[ae]nos|consulta(?:r)?\\s+precio|solicita(?:r)?\\s+(?:presupuesto|precio)|demande[rz]?\\s+(?:un\\s+)?devis|richiedi\\s+(?:un\\s+)?preventivo|pedir\\s+orçamento|offerte\\s+aanvragen|begär\\s+offert|contactar(?:\\s+con\\s+ventas)?|a\\s+consultar|fale\\s+conosco|sob\\s+consulta"
              + "|su\\s+richiesta|contattaci|op\\s+aanvraag|fiyat\\s+teklifi|teklif\\s+al(?:ın)?|bize\\s+ulaşın|bizimle\\s+iletişime\\s+geçin|zeptejte\\s+se|ajánlatkérés|kérjen\\s+ajánlatot|pyydä\\s+tarjous|kontakta\\s+för\\s+pris|call\\s+for\\s+(?:an?\\s+)?(?:estimate|quote)|by\\s+quotation|price\\s+varies|prijs\\s+op\\s+aanvraag|neem\\s+contact\\s+op|individuell(?:er\\s+preis)?|nach\\s+vereinbarung|angebot\\s+anfordern|contatta(?:\\s+le\\s+vendite)|(?:prezzo\\s+)?su\\s+misura|personalizado|sur\\s+mesure|hubungi\\s+kami|wycena\\s+indywidualna|indywidualnie|na\\s+dotaz|individuálně|kontakt(?:a|akta)?\\s+oss|kontakt\\s+os|ota\\s+yhteyttä|skontaktuj\\s+się(?:\\s+z\\s+nami)?|kontaktujte\\s+nás|contacte-nos|entre\\s+em\\s+contato|consultar|zapytaj\\s+o\\s+cenę|kontakta\\s+oss|pris\\s+på\\s+forespørsel|문의(?:하기)?|på\\s+begäran|etter\\s+avtale|efter\\s+aftale|enligt\\s+överenskommelse|(?:be\\s+om\\s+|få\\s+)?tilbud|offert|sopimuksen\\s+mukaan|dohodou|wg\\s+wyceny|wycena|da\\s+concordare|a\\s+convenir|sob\\s+orçamento|à\\s+définir|nach\\s+aufwand|お問い合わせ(?:ください)?|要問い合わせ|联系我们|联系销售|tailored(?:\\s+pricing)?)[.!]?$");
  private static final Pattern FREE =
      words(
          "^(?:it[’']s\\s+|always\\s+)?(?:free|\\p{Sc}0"
              + " free|kostenlos|kostenfrei|gratis|gratuit(?:e|o|a)?|grátis|無料|免费|무료|ilmainen|za"
              + " darmo|zdarma)(?:\\s+(?:forever|plan|für immer|à vie|para siempre|for"
              + " everyone))?(?:\\s*[-–,]?\\s*(?:/|per)\\s*(?:mo(?:nth)?|user|year).{0,20})?[.!]?$");

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
    return QUARTERLY.matcher(words).find()
            || Units.read(words).filter(unit -> !unit.seat()).isPresent()
        ? BillingPeriod.USAGE
        : null;
  }

  /// The unit of time a text names as an adverb ("quarterly"), or what it asks for each of.
  static Optional<Unit> unit(String words) {
    return QUARTERLY.matcher(words).find()
        ? Optional.of(new Unit("quarter", false, true))
        : Units.read(words);
  }

  static Role role(String before, String after) {
    if (FORMER.matcher(before).find()) {
      return Role.FORMER;
    }
    if (INTRODUCTORY.matcher(after).find()
        || INTRODUCED.matcher(before).find() && !endsWithThen(before)) {
      return Role.INTRODUCTORY;
    }
    boolean extra = EXTRA.matcher(before).find() || PERCENT_AND.matcher(before).find();
    return extra ? Role.EXTRA : Role.ASKED;
  }

  /// "then $20/month": what is asked once an introductory price has ended.
  static boolean endsWithThen(String before) {
    return AFTERWARDS.matcher(before).find();
  }

  /// "2.9% + 30¢": a share of what is paid and something on top.
  static boolean endsWithShare(String before) {
    return PERCENT_AND.matcher(before).find();
  }

  /// A text that only leads to the amount below it ("Starting at", "From").
  static boolean isFromLabel(String text) {
    return text.length() <= 30 && text.split("\\s+").length <= 4 && endsWithFrom(text);
  }

  /// A text that only says that the amount below it was asked before ("Was", "RRP").
  static boolean isFormerLabel(String text) {
    return text.length() <= 24 && text.split("\\s+").length <= 3 && FORMER.matcher(text).find();
  }

  static boolean startsWithAndUp(String after) {
    return FROM_AFTER.matcher(after).find();
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
