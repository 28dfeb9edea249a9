package io.competitoriq.process.fact.people;

import io.competitoriq.process.content.Texts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells names of people and their roles from other short texts.
final class Names {

  // Possessive, so that no text makes the parts of a name try every way to share its letters.
  private static final String PART = "\\p{Lu}[\\p{L}'’.-]++(?<=\\p{L}|\\p{L}\\.)";
  private static final String PARTICLE =
      "van|von|der|den|de|da|di|del|della|du|dos|la|le|bin|al|el|ter|zu|y|e|ten";
  private static final String TITLE = "(?:(?:Dr|Prof|Mr|Mrs|Ms|Ing|Dipl)\\.?\\s+)*";
  private static final String NAME =
      TITLE + "(?:" + PART + ")(?:\\s+(?:" + PARTICLE + "))*(?:\\s+(?:" + PART + ")){1,3}";
  private static final Pattern ALONE =
      Pattern.compile(
          "^" + NAME + "(?:,?\\s+(?:PhD|Ph\\.D\\.|MD|MBA|CPA|JD|CFA|Jr\\.?|Sr\\.?|II|III))*$");
  private static final Pattern NO_PERSON =
      Pattern.compile(
          "(?i)\\b(the|and|our|your|us|we|gmbh|inc|ltd|llc|corp|company|group|bank|team|labs?|studio|cloud|software|systems?|services?|solutions?|security|privacy|policy|terms|contact|about|careers?|blog|news|press"
              + "|learn|more|read|view|book|demo|get|started|sign|log|open|source|free|new|product|platform|pricing|customer|case|study|data|center|energy|electric|cross|union|street|road|avenue|university|college|school|institute"
              + "|north|south|east|west|united|states|san|los|new york|all|rights|reserved|board|directors?|management|leadership|executive|advisors?|investors?|founders?|people|office|support|sales|marketing|engineering|design|operations|finance"
              + "|manager|officer|head|chief|vice|president|lead|senior|junior|partner|story|mission|values?|vision|history|meet|join|love|life|work|how|what|why|who|when|where|january|february|march|april|june|july|august|september|october|november|december)\\b");
  private static final Pattern ROLE =
      Pattern.compile(
          "(?iuU)(?<![\\p{L}])(ceo|cto|cfo|coo|cmo|cpo|cro|ciso|cio|chro|chief|(co-?)?founder|(co-?)?founding|chair(man|woman|person)?|president|vice president|s?e?vp|director|managing|head|board member|partner|principal|advis[oe]r|counsel|secretary|treasurer"
              + "|manager|engineer|developer|designer|architect|scientist|researcher|analyst|consultant|specialist|recruiter|marketer|writer|editor|lead|associate|assistant|coordinator|representative|executive|officer|accountant|strategist|administrator|technician|intern|attorney|lawyer|paralegal|instructor|trainer|therapist|physician|dentist|nurse|professor|owner|investor"
              + "|geschäftsführ\\w*|gründer(in)?|vorstand\\w*|leiter(in)?|leitung|prokurist(in)?|entwickler(in)?|berater(in)?|aufsichtsrat\\w*"
              + "|fondat(eur|rice)|directeur|directrice|responsable|président(e)?|gérant(e)?|fundador(a)?|presidente|amministratore|oprichter|directeur|vd|grundare)(?![\\p{L}])");
  private static final Pattern BOTH =
      Pattern.compile("^(" + NAME + ")\\s*(?:,|\\s[–—|-]\\s|:|\\()\\s*(.{2,80}?)\\)?$");
  private static final int ROLE_WORDS = 12;

  private Names() {}

  static boolean isName(String text) {
    return text.length() <= 50
        && Texts.words(text) >= 2
        && Texts.words(text) <= 6
        && ALONE.matcher(text).matches()
        && !NO_PERSON.matcher(text).find()
        && !ROLE.matcher(text).find();
  }

  static boolean isRole(String text) {
    return text.length() <= 90
        && Texts.words(text) <= ROLE_WORDS
        && !text.matches(".*[.!?]$")
        && !text.matches("(?iu).*\\b(we|our|you|your|is|are|was|has|have|who|will)\\b.*")
        && ROLE.matcher(text).find();
  }

  /// A name and a role in one line.
  static Matcher both(String text) {
    return BOTH.matcher(text);
  }
}
