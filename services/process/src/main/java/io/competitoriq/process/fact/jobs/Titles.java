package io.competitoriq.process.fact.jobs;

import io.competitoriq.process.content.Texts;
import java.util.regex.Pattern;

/// Tells titles of positions from other short texts.
final class Titles {

  private static final int MOST_WORDS = 14;
  private static final Pattern ROLE =
      Pattern.compile(
          "(?i)(?<!\\p{L})(engineer|developer|designer|manager|director|analyst|scientist|architect|consultant|specialist|representative|executive|recruiter|accountant|bookkeeper"
              + "|marketer|writer|editor|counsel|lawyer|intern(ship)?|lead|head of|vp|vice president|officer|administrator|technician|researcher|strategist|coordinator|associate|advis[oe]r"
              + "|sre|devops|agent|assistant|chief|planner|producer|programmer|tester|trainer|teacher|nurse|pharmacist|cook|driver|operator|supervisor|cashier|clerk|buyer|electrician|mechanic"
              + "|advocate|evangelist|hacker|owner|partner|controller|expert|apprentice|trainee|graduate|working student|generalist|copywriter|artist|animator|photographer|receptionist|barista"
              + "|\\w*entwickler(in)?|\\w*leiter(in)?|\\w*berater(in)?|\\w*informatiker(in)?|\\w*ingenieur(in)?|\\w*techniker(in)?|\\w*mechaniker(in)?|\\w*kauf(mann|frau)|\\w*assistent(in)?|sachbearbeiter(in)?|mitarbeiter(in)?|werkstudent(in)?|praktikum|praktikant(in)?|ausbildung|auszubildende[r]?|\\w*verkäufer(in)?|pfleger(in)?|buchhalter(in)?|disponent(in)?|referent(in)?"
              + "|d[ée]veloppeu(r|se)|ing[ée]nieur(e)?|chef(fe)? de|responsable|charg[ée](e)? de|alternance|stage|commercial(e)?|comptable|directeur|directrice|stagiaire"
              + "|desarrollador(a)?|ingeniero|ingeniera|jefe de|gerente|analista|dise[ñn]ador(a)?|sviluppatore|ontwikkelaar|medewerker|verkoper|utvecklare|sälj(are)?)(?!\\p{L})");
  private static final Pattern GENDERS =
      Pattern.compile(
          "(?i)\\(\\s*(?:[mwfdxhga*]|all genders?)\\s*(?:[/|,*]\\s*[mwfdxhg*]\\s*)*\\)");
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?i)^(apply|view|see|learn|read|all|browse|search|more|join|open|show|find|explore|meet|contact|why|how|what|who|our|we|your|you|about|working|life|discover|get|sign|log|load|filter|sort|back|next|submit|share|mehr|alle|zur|voir|ver)(?!\\p{L})"
              + ".*|.*(?<!\\p{L})(we|our|you|your|is|are|was|were|has|have|who|how|every|they|their|will|can)(?!\\p{L}).*");

  private Titles() {}

  /// Whether the words name a role or a person sought.
  static boolean namesRole(String text) {
    return ROLE.matcher(text).find() || GENDERS.matcher(text).find();
  }

  /// Whether a text may be a title at all, whatever it names.
  static boolean mayBe(String text) {
    return !text.isBlank()
        && text.length() > 2
        && Texts.words(text) <= MOST_WORDS
        && !text.matches(".*[.!?:]$")
        && !Character.isLowerCase(text.charAt(0))
        && text.matches(".*\\p{L}{2}.*")
        && !NO_TITLE.matcher(text).matches();
  }
}
