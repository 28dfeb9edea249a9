package io.competitoriq.process.fact.jobs;

import java.util.Optional;
import java.util.regex.Pattern;

/// How far along a person the opening is for should be, by the title alone. Titles that say nothing
/// have none.
enum Seniority {
  EXECUTIVE(
      "chief \\w+ officer|c[etfompi]o|vp|svp|evp|vice president|president|gesch[äa]ftsf[üu]hr\\w*"),
  INTERN(
      "intern(ship)?|praktik\\w*|stagiaire|stage|werkstudent\\w*|working student|co-op|alternance|apprentice\\w*|azubi|auszubildende\\w*|trainee"),
  DIRECTOR(
      "director|head of|head|global lead|leiter(in)?|\\w+leiter(in)?|bereichsleit\\w*|directeur|directrice"),
  LEAD("lead|principal|staff|distinguished|tech lead|teamlead|team lead\\w*|architect|founding"),
  MANAGER("manager|management|supervisor"),
  SENIOR("senior|sr|expert|experienced|iii|iv"),
  JUNIOR("junior|jr|entry[- ]level|graduate|new grad|associate|berufseinsteiger\\w*|d[ée]butant");

  private final Pattern words;

  Seniority(String words) {
    this.words = Pattern.compile("(?i)(?<![\\p{L}])(" + words + ")(?![\\p{L}])");
  }

  static Optional<Seniority> of(String title) {
    String bare = title.replaceAll("(?i)chief of staff|account executive", "").strip();
    for (Seniority each : values()) {
      boolean applies = each != MANAGER || !SENIOR.words.matcher(bare).find();
      if (applies && each.words.matcher(bare).find()) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
