package io.competitoriq.process.fact.pricing;

import java.util.Locale;
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
              + "])(?:per|pro|par|por|je|each|every|for every|pr\\.?|för varje|alle|tous les|todos los|ogni|elke|/)(?!["
              + L
              + "]))\\s*(?<quantity>\\d[\\d.,]*\\s?(?:[kKmM](?!["
              + L
              + "])|million|Mio\\.?)?\\s+|1[kK](?!["
              + L
              + "]))?(?<noun>["
              + L
              + "][%'’"
              + L
              + "-]*\\.?(?:\\s+["
              + L
              + "][%'’"
              + L
              + "-]*){0,3})?",
          FLAGS);
  private static final Pattern WEAK =
      Pattern.compile(
          "(?<![" + L + "])(?:an?|al|à la|à l[’']|la|i|om|na|za|el)\\s+(?<noun>[" + L + "]+)",
          FLAGS);
  private static final Pattern MONTHS =
      words(
          "mo|mos|mth|mths|months?|monate?n?|mois|mes|meses|mês|mes[ei]?|maand(?:en)?|mnd|mån|månad(?:er)?|måned(?:er)?|mies|miesiąc[ae]?|miesięcy|měsíce?|měsíců|ay|bulan|bln");
  private static final Pattern YEARS =
      words(
          "yr|yrs|years?|annum|jahre?n?|ans?|années?|años?|anos?|ann[oi]|jaar|år|rok[uy]?|yıl|tahun|thn");
  private static final Pattern OTHER_TIME =
      words(
          "weeks?|wks?|wochen?|semaines?|semanas?|settiman[ae]|we+ken?|vecka|veckor|uke|uge|tydzień|tygodni|quarters?|quartal[es]?|trimestres?|kwarta[al]+"
              + "|days?|tage?|jours?|d[ií]as?|giorn[oi]|dag(?:en)?|dni|dzień|den|hari|hours?|hrs?|h|stunden?|std|heures?|horas?|or[ae]|uur|tim|tim\\.|timme|time[rn]?"
              + "|godzin[aęy]?|hodin[au]?|minutes?|mins?|minuten?|minutos?|nights?|nächte|nacht|nuits?|noches?|notti|notte|sessions?|sitzung|séance|sesión");
  private static final Pattern SEATS =
      words(
          "users?|seats?|agents?|members?|editors?|people|persons?|licen[cs]es?|employees?|teammates?|collaborators?|creators?|admins?|technicians?|providers?|practitioners?"
              + "|recruiters?|students?|developers?|adults?|child|guests?|players?|drivers?|contributors?|committers?|participants?|nutzer\\p{L}*|benutzer\\p{L}*|mitarbeiter\\p{L}*"
              + "|person(?:en|a|as|e|ne)?|teilnehmer\\p{L}*|mitglied(?:er)?|lizenz|arbeitsplatz|utilisateurs?|collaborateurs?|personnes?|salariés?|usuarios?|usuários?|utent[ei]|agente|empleados?"
              + "|medewerkers?|gebruikers?|användare|bruker|bruger|ansatt|ansat|użytkownik\\p{L}*|osob[aęy]|uživatel\\p{L}*|kullanıcı|pengguna|head|staff");
  private static final Pattern LEADING =
      words(
          "active|additional|extra|monthly|daily|api|team|paid|unique|named|full|connected|tracked|managed|new|successful|gigabyte|gb|tb|ai|phone|support|internal|external|billable"
              + "|light|core|sales|marketing|payroll|aktive[nr]?|zusätzliche[nr]?|weitere[nr]?");
  private static final Pattern NO_UNIT =
      words(
          "our|your|the|this|that|se|favor|default|example|request only|month|monthly|ht|ttc|o|a|an|and|or|und|oder|et|e|y|request\\)|unit|stück|jour ouvré");

  private Units() {}

  private static Pattern words(String regex) {
    return Pattern.compile("(?:" + regex + ")", FLAGS | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /// The unit the words behind an amount name first; time that is a month or a year is no unit.
  static Optional<Unit> read(String words) {
    Matcher each = EACH.matcher(words);
    int at = 0;
    while (each.find(at)) {
      Optional<Unit> unit = unit(each.group("quantity"), each.group("noun"));
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

  /// What the head of a column may name as a unit of time ("Stunde").
  static Optional<Unit> label(String label) {
    String word = label.strip();
    return OTHER_TIME.matcher(word).matches()
        ? Optional.of(new Unit(word, false, true))
        : Optional.empty();
  }

  private static Optional<Unit> unit(@Nullable String quantity, @Nullable String phrase) {
    String count = quantity == null ? "" : quantity.strip();
    if (phrase == null) {
      return count.matches("(?i)1k")
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
    while (taken < parts.length
        && LEADING.matcher(parts[taken - 1]).matches()
        && !isMonthOrYear(parts[taken])) {
      noun = noun + " " + parts[taken++];
    }
    String last = parts[taken - 1].replaceAll("\\.$", "");
    if (NO_UNIT.matcher(noun).matches() || last.length() < 2 && !last.equalsIgnoreCase("h")) {
      return Optional.empty();
    }
    boolean time = OTHER_TIME.matcher(last).matches();
    boolean seat = !time && SEATS.matcher(last).matches();
    String worded = count.isEmpty() || count.equals("1") ? noun : count + " " + noun;
    return Optional.of(new Unit(worded, seat, time));
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
