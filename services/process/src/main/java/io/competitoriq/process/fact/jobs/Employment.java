package io.competitoriq.process.fact.jobs;

import java.util.Optional;
import java.util.regex.Pattern;

/// How people are employed.
enum Employment {
  WORKING_STUDENT("werkstudent(in|:in|\\*in)?|working student|student job"),
  APPRENTICESHIP(
      "apprentice(ship)?|ausbildung(splatz)?|auszubildende[rn]?|azubi|alternan(ce|t)|trainee(ship)?|leerplek"),
  INTERNSHIP(
      "intern(ship)?|praktik(um|ant(in)?)|stage|stagiaire|pr[áa]cticas|tirocinio|staż|co-op"),
  PART_TIME(
      "part[ _-]?time|parttime|teilzeit|temps partiel|media jornada|tiempo parcial|deeltijd|tempo parziale|mini-?job"),
  FULL_TIME(
      "full[ _-]?time|fulltime(_permanent)?|vollzeit|temps plein|jornada completa|tiempo completo|voltijd|tempo pieno|heltid"),
  CONTRACT(
      "contract(or)?|freelance[r]?|independent|fixed[- ]term|befristet|cdd|zeitvertrag|consultancy contract"),
  TEMPORARY("temporary|temp|seasonal|aushilfe|saisonal|int[ée]rim|per[- ]diem|casual"),
  VOLUNTEER("volunteer|ehrenamt(lich)?|b[ée]n[ée]vol(at|e)?"),
  PERMANENT("permanent( employee)?|festanstellung|unbefristet|cdi|indefinido|vast contract");

  private final Pattern words;

  Employment(String words) {
    this.words = Pattern.compile("(?i)(?<![\\p{L}-])(" + words + ")(?![\\p{L}])");
  }

  /// The first that the words name; of "permanent, full-time" the time.
  static Optional<Employment> in(String text) {
    String spaced = text.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    for (Employment each : values()) {
      if (each.words.matcher(spaced).find()) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// The text without the words that name an employment, to see what else it says.
  static String without(String text) {
    String rest = text;
    for (Employment each : values()) {
      rest = each.words.matcher(rest).replaceAll("");
    }
    return rest;
  }
}
