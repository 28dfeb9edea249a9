package io.competitoriq.process.fact.pricing;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what one amount buys: "per user / month" asks for each user, "/ 1,000 events" for each
/// thousand of events, "per day" for each day.
final class Units {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String L = "\\p{L}\\p{M}";
  private static final Pattern EACH =
      Pattern.compile(
          "(?:/|(?<!["
              + L
              + "])(?:per|(?-i:pro)|Pro(?=\\s+(?-i:\\p{Lu}))|par|por|je(?=\\s+(?-i:\\p{Lu}|\\d))|each|every|for"
              + " every|pr\\.?|för varje|za(?!\\s+(?:darmo|miesiąc|rok|mies))|(?:alle|tous"
              + " les|toutes les|todos los|todas las|tutti i|tutte"
              + " le|co)(?=\\s+\\d)|ogni|elke|/)(?!["
              + L
              + "]))\\s*(?<quantity>\\d[\\d.,]*\\s?(?:[kKmM](?!["
              + L
              + "])|million|Mio\\.?)?(?:\\s+|(?=(?:h|hrs?|hours?|min|mins?|std|tage?|days?)(?!["
              + L
              + "])))|1[kKmM](?!["
              + L
              + "]))?(?<noun>["
              + L
              + "][%'’²³"
              + L
              + "-]*\\.?(?:\\s+["
              + L
              + "][%'’²³"
              + L
              + "-]*){0,4})?",
          FLAGS);
  private static final Pattern WEAK =
      Pattern.compile(
          "(?<!["
              + L
              + "])(?:an?|al|à la|à l[’']|la|i|om|na|za|el)\\s+(?<noun>["
              + L
              + "]+)(?!["
              + L
              + "]|\\s+(?:pass|passes|ticket|tickets|membership|trip)(?!["
              + L
              + "]))",
          FLAGS);
  private static final Pattern MONTHS =
      words(
          "mo|mos|mth|mths|months?|monate?n?|mois|mes|meses|mês|mes[ei]?|maand(?:en)?|شهر[\\p{L}\\p{M}]*|月|か月|ヶ月|mnd|mån|månad(?:er)?|måned(?:er)?|md|kk|mies|miesiąc[ae]?|miesięcy|měsíce?|měsíců|ay|bulan|bln");
  private static final Pattern YEARS =
      words(
          "年|سن[ةو][\\p{L}\\p{M}]*|yr|yrs|years?|annum|jahre?n?|ans?|années?|años?|anos?|ann[oi]|jaar|år|rok[uy]?|yıl|tahun|thn");
  private static final Pattern OTHER_TIME =
      words(
          "weeks?|wks?|wochen?|semaines?|semanas?|settiman[ae]|we+ken?|vecka|veckor|uke|uge|tydzień|tygodni|quarters?|quartal[es]?|trimestres?|kwarta[al]+"
              + "|days?|tage?|jours?|d[ií]as?|giorn[oi]|dag(?:en)?|dni|dzień|den|hari|hours?|hrs?|h|stunden?|std|heures?|horas?|or[ae]|uur|tim|tim\\.|timme|time[rn]?"
              + "|godzin[aęy]?|hodin[au]?|minutes?|mins?|minuten?|minutos?|nights?|nächte|nacht|nuits?|noches?|notti|notte|sessions?|sitzung|séance|sesión|sesja|sedut[ae]|lezione|clase|aula|zajęcia");
  private static final Pattern LENGTH_OF_TIME =
      Pattern.compile("\\d{1,3}(?:\\s?[-–—+]\\s?\\d{1,3})?\\+?\\s?(\\p{L}+)\\.?");
  private static final Pattern TIME_OF_DAY =
      Pattern.compile("\\d{1,2}[:.]\\d{2}\\s?[-–—]\\s?\\d{1,2}[:.]\\d{2}(?: ?h| ?Uhr)?");
  private static final Pattern MORE_TIME =
      words(
          "godz|doba|doby|dób|den|dny|dní|dag(?:ar|er|e)|døgn|dygn|noc[eí]?|nocy|nætter|netter|uger?|uker|viikko|päivä|tunti|gün|saat|hafta|napi?|éj|óra");
  private static final Pattern SEATS =
      words(
          "users?|seats?|agents?|members?|editors?|people|persons?|licen[cs]es?|employees?|teammates?|collaborators?|creators?|admins?|technicians?|providers?|practitioners?"
              + "|recruiters?|students?|developers?|adults?|child|guests?|players?|drivers?|contributors?|committers?|participants?|nutzer\\p{L}*|benutzer\\p{L}*|mitarbeiter\\p{L}*"
              + "|person(?:en|a|as|e|ne)?|pessoas?|pers|kopf|testa|adultos?|erwachsene[rn]?|kind|enfants?|niñ[oa]s?|bambin[oi]|deltagare|gäst(?:e|er)?|gość|huésped|hóspede|ospite|medarbejder|anställd|teilnehmer\\p{L}*|mitglied(?:er)?|lizenz|arbeitsplatz|utilisateurs?|collaborateurs?|personnes?|salariés?|usuarios?|usuários?|utent[ei]|agente|empleados?"
              + "|medewerkers?|gebruikers?|användare|bruker|bruger|ansatt|ansat|użytkownik\\p{L}*|osob[aęy]|uživatel\\p{L}*|kullanıcı|pengguna|head|staff|alumn[oa]s?|estudiantes?|élèves?|schüler\\p{L}*|elev(?:er)?|studente|dip|dipendent[ei]");

  /// "per month and member" is per member.
  private static final Pattern TIME_AND =
      words(
          "((?:\\bper|\\bpro|\\bpar|\\bpor|\\bal?|/)\\s*)(?:month|year|monat|jahr|mois|an|mes|año|mês|ano|mese|anno|maand|jaar)\\s+(?:and|und|et|y|e|en|&)\\s+(\\p{L}{3,})");

  /// "€12 seat/month" leaves out the first "per".
  private static final Pattern SEAT_FIRST =
      words(
          "^\\s*(users?|seats?|agents?|members?|editors?|licen[cs]es?|employees?|persons?)\\s?/\\s?(?:mo|month|yr|year)\\b");

  private static final Pattern LEADING =
      words(
          "active|additional|extra|monthly|daily|api|team|paid|unique|named|full|connected|tracked|managed|new|successful|gigabyte|gb|tb|ai|phone|support|internal|external|billable"
              + "|light|core|sales|marketing|payroll|aktive[nr]?|zusätzliche[nr]?|weitere[nr]?");
  private static final Pattern ADJECTIVE = words("\\p{Ll}+(?:e[nrms]?|te[rn]?)");
  private static final Pattern GERMAN = words("(?:pro|je)\\s");
  private static final Pattern STOP =
      words(
          "and|or|for|with|when|if|in|on|of|at|to|from|by|up|as|is|are|plus|incl|including|included|excl|excluding|ex|vat|gst|tax|billed|paid|charged|invoiced|billing|only|min|minimum|max|maximum|then"
              + "|monthly|yearly|annually|annual|daily|weekly|the|a|an|after|over|under|until|free|used|each|per|flat|extra|additional|minus|starting|no|not|we|you|your|our"
              + "|und|oder|für|mit|bei|wenn|in|im|auf|von|ab|zu|zzgl|inkl|exkl|netto|brutto|monatlich\\p{L}*|jährlich\\p{L}*|abgerechnet|mindestens|pro|je|der|die|das|mwst|ust"
              + "|et|ou|pour|avec|si|en|de|du|des|sur|ht|ttc|hors|tva|mensuel\\p{L}*|annuel\\p{L}*|facturé\\p{L}*|par|le|la|les|au|aux|à|sans|minimum|inclus\\p{L}*"
              + "|y|o|u|con|para|si|en|del|al|iva|mensual\\p{L}*|anual\\p{L}*|facturad\\p{L}*|por|el|los|las|sin|mínimo|incluid\\p{L}*|mensal\\p{L}*|faturad\\p{L}*|cobrad\\p{L}*|com|e|ou|ao|do|da|no|na"
              + "|per|con|se|in|di|iva|mensil\\p{L}*|fatturat\\p{L}*|il|lo|gli|i|senza|inclus\\p{L}*|esclus\\p{L}*|compres\\p{L}*"
              + "|en|of|met|bij|als|btw|maandelijks|jaarlijks|gefactureerd|vanaf|minimaal|inclusief|exclusief|het|een|och|eller|med|vid|om|i|moms|månad|inkl|exkl|og|ved|ekskl|eks|månedlig\\p{L}*|årlig\\p{L}*"
              + "|i|lub|z|ze|przy|w|na|od|do|brutto|netto|miesięcznie|rocznie|płatn\\p{L}*|a|nebo|s|bez|dph|měsíčně|ročně");
  private static final Pattern NO_UNIT =
      words(
          "our|your|the|this|that|se|favor|default|example|request"
              + " only|month|monthly|ht|ttc|o|a|an|and|or|und|oder|et|e|y|request\\)|celkem|totale|gesamt|total|samlet|totalt|łącznie|razem|összesen|toplam|unit|stück|jour"
              + " ouvré");

  private static final Map<String, String> ADVERBS =
      Map.of(
          "hourly",
          "hour",
          "daily",
          "day",
          "weekly",
          "week",
          "nightly",
          "night",
          "stündlich",
          "Stunde",
          "täglich",
          "Tag",
          "wöchentlich",
          "Woche");

  private Units() {}

  private static Pattern words(String regex) {
    return Pattern.compile("(?:" + regex + ")", FLAGS | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /// The unit the words behind an amount name first; time that is a month or a year is no unit.
  static Optional<Unit> read(String words) {
    Matcher bare = SEAT_FIRST.matcher(words);
    if (bare.find()) {
      return Optional.of(new Unit(bare.group(1), true, false));
    }
    Matcher each = EACH.matcher(withoutTime(words));
    int at = 0;
    while (each.find(at)) {
      boolean german = GERMAN.matcher(each.group()).lookingAt();
      Optional<Unit> unit = unit(each.group("quantity"), each.group("noun"), german);
      if (unit.isPresent()) {
        return unit;
      }
      at = Math.max(each.start() + 1, each.start("noun") < 0 ? each.end() : each.start("noun"));
    }
    Matcher weak = WEAK.matcher(words);
    while (weak.find()) {
      if (OTHER_TIME.matcher(weak.group("noun")).matches()) {
        return Optional.of(new Unit(weak.group("noun"), false, true));
      }
    }
    return Optional.empty();
  }

  private static String withoutTime(String words) {
    Matcher both = TIME_AND.matcher(words);
    boolean people = both.find() && SEATS.matcher(both.group(2)).matches();
    return people ? both.replaceFirst("$1$2") : words;
  }

  /// What the head of a column may name as a unit of time ("Stunde").
  static Optional<Unit> label(String label) {
    String word = label.strip();
    @Nullable String adverb = ADVERBS.get(word.toLowerCase(Locale.ROOT));
    if (adverb != null) {
      return Optional.of(new Unit(adverb, false, true));
    }
    return OTHER_TIME.matcher(word).matches()
        ? Optional.of(new Unit(word, false, true))
        : Optional.empty();
  }

  private static Optional<Unit> unit(
      @Nullable String quantity, @Nullable String phrase, boolean german) {
    String count = quantity == null ? "" : quantity.strip();
    if (phrase == null) {
      return count.matches("(?i)1[km]")
          ? Optional.of(new Unit(count, false, false))
          : Optional.empty();
    }
    String[] parts = phrase.strip().split("\\s+");
    String noun = parts[0].replaceAll("\\.$", "");
    if (isMonthOrYear(noun)) {
      boolean one =
          count.isEmpty()
              || count.equals("1")
              || count.equals("12")
              || isYears(noun) && count.equals("1");
      return one ? Optional.empty() : Optional.of(new Unit(count + " " + noun, false, true));
    }
    int taken = 1;
    while (taken < parts.length && goesOn(parts, taken, german)) {
      noun = noun + " " + parts[taken++];
    }
    String last = parts[taken - 1].replaceAll("\\.$", "");
    if (NO_UNIT.matcher(noun).matches() || last.length() < 2 && !last.equalsIgnoreCase("h")) {
      return Optional.empty();
    }
    boolean time = OTHER_TIME.matcher(last).matches();
    boolean seat =
        !time && (SEATS.matcher(last).matches() || SEATS.matcher(parts[0]).matches() && taken > 1);
    String worded = count.isEmpty() || count.equals("1") ? noun : count + " " + noun;
    return Optional.of(new Unit(worded, seat, time));
  }

  /// Whether the next word still names the unit ("successful card | charge"), and does not say how
  /// it is paid ("user | billed annually") nor begin another text ("seat | Start now").
  private static boolean goesOn(String[] parts, int next, boolean german) {
    String before = parts[next - 1];
    String word = parts[next];
    if (before.endsWith(".") || isMonthOrYear(word) || OTHER_TIME.matcher(before).matches()) {
      return false;
    }
    if (LEADING.matcher(before).matches()) {
      return true;
    }
    boolean either = word.equals("or") && before.endsWith("ed") && next + 1 < parts.length;
    if (either && parts[next + 1].endsWith("ed") || before.equals("or") && next > 1) {
      return true;
    }
    boolean counted = SEATS.matcher(before).matches();
    boolean begins = Character.isUpperCase(word.charAt(0)) && !isAcronym(word);
    boolean adjective = ADJECTIVE.matcher(before).matches();
    return !STOP.matcher(word).matches()
        && (!counted || OTHER_TIME.matcher(word).matches())
        && (!begins || german && adjective);
  }

  private static boolean isAcronym(String word) {
    return word.length() <= 4 && word.equals(word.toUpperCase(Locale.ROOT));
  }

  /// "3 days", "5 godz.", "1 doba", "07:00 – 15:00".
  static boolean isTime(String text) {
    if (TIME_OF_DAY.matcher(text.strip()).matches()) {
      return true;
    }
    Matcher time = LENGTH_OF_TIME.matcher(text.strip());
    if (!time.matches()) {
      return false;
    }
    String noun = time.group(1);
    return isMonthOrYear(noun)
        || OTHER_TIME.matcher(noun).matches()
        || MORE_TIME.matcher(noun).matches();
  }

  static boolean isMonthOrYear(String noun) {
    return MONTHS.matcher(noun).matches() || isYears(noun);
  }

  private static boolean isYears(String noun) {
    return YEARS.matcher(noun).matches();
  }

  /// @param words as the page words it
  /// @param seat whether it counts people
  /// @param time whether it is a length of time
  record Unit(String words, boolean seat, boolean time) {
    Unit {
      words = words.toLowerCase(Locale.ROOT).isBlank() ? "unit" : words;
    }
  }
}
