package io.competitoriq.process.fact.jobs;

import io.competitoriq.process.fact.DetailKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The words sites label the details of an opening with, as texts, column heads and class names.
final class Labels {

  static final Map<DetailKind, Pattern> KINDS = kinds();

  /// "Location: Berlin" in one line.
  static final Pattern LABELLED = Pattern.compile("^([\\p{L} ]{2,20})\\s*:\\s+(.{2,120})$");

  private Labels() {}

  private static Map<DetailKind, Pattern> kinds() {
    Map<DetailKind, Pattern> kinds = new LinkedHashMap<>();
    kinds.put(DetailKind.WORKPLACE, words("workplaces?|workplacetypes?|work model|arbeitsmodell"));
    kinds.put(
        DetailKind.LOCATION,
        words(
            "locations?|office|city|place|where|region|country|standorte?|ort|arbeitsort|lieu|localisation|ubicaci[oó]n|sede|locatie|plats|map|marker|pin"));
    kinds.put(
        DetailKind.SALARY,
        words(
            "salary|compensation|pay|payrate|gehalt|verg[uü]tung|salaire|r[eé]mun[eé]ration|salario"));
    kinds.put(
        DetailKind.EMPLOYMENT,
        words(
            "types?|hours|contract|employment|commitment|schedule|arbeitszeit|umfang|anstellung\\w*|contrat|jornada|stunden|uren|clock"));
    kinds.put(
        DetailKind.DEPARTMENT,
        words(
            "departments?|teams?|category|function|area|abteilung|bereich|d[eé]partement|[eé]quipe|division|practice|tag"));
    return kinds;
  }

  private static Pattern words(String words) {
    return Pattern.compile("(?<![\\p{L}])(" + words + ")(?![\\p{L}])");
  }
}
