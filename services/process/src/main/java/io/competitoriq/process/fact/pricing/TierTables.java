package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Texts;
import io.competitoriq.process.fact.pricing.PricingTables.Row;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tells what a table with several amounts in a row is about: quantities down and plans across
/// ("5,000 contacts": Standard, Premium), or things down and kinds across ("Cut": short, long
/// hair).
final class TierTables {

  private static final Pattern QUANTITY =
      Pattern.compile(
          "(?iu)^(?:(?:up to|first|next|over|more than|do|powyżej|bis(?:"
              + " zu)?|über|jusqu[’']à|hasta|até|fino a|oltre|tot|upp till|op til|opp"
              + " til|ab|from|od|>|≤|<|≥)\\s*)?\\d[\\d.,’ ]*[kKmM]?(?:\\s*[-–—]\\s*\\d[\\d.,’"
              + " ]*[kKmM]?|\\+)?(?:\\s+(?!x\\b)\\p{L}[\\p{L}./]*){0,2}$");
  private static final Pattern NUMBER =
      Pattern.compile("^[\\d.,’ ]+[kKmM]?(?:\\s*[-–—]\\s*[\\d.,’ ]+[kKmM]?|\\+)?$");

  private static final Pattern YEAR =
      Pattern.compile("(?iu)(?:year|anno|jahr|année|año|ano|rok|år|jaar)\\s+\\d{1,2}(?:\\D.*)?");
  private static final Pattern PEOPLE =
      Pattern.compile(
          "(?iu)(?:adults?|child(?:ren)?|kids?|seniors?|students?|youths?|teens?|concessions?|erwachsene\\p{L}*|kind(?:er)?|jugendliche\\p{L}*|senior\\p{L}*|studierende|adultes?|enfants?|jeunes|étudiants?|adult[oi]s?|niñ[oa]s?|bambin[oi]|ragazzi|crianças?|volwassenen?|kinderen|vuxn?a?|barn|ungdom|voksne?r?|unge|dorośli|dzieci|dospělí|děti|felnőtt|gyer[me]+k|diák|nyugdíjas)(?:\\W.*)?");

  private TierTables() {}

  /// Whether the rows of a table are steps of a quantity.
  static boolean areSteps(List<Row> rows) {
    return rows.size() > 1
        && rows.stream().allMatch(row -> QUANTITY.matcher(row.cell(0).strip()).matches());
  }

  /// Whether the first cells are numbers that mean nothing without their head.
  static boolean areNumbers(List<Row> rows) {
    return rows.size() > 1 && rows.stream().allMatch(row -> isNumber(row.cell(0)));
  }

  static boolean isQuantity(String label) {
    return QUANTITY.matcher(label.strip()).matches();
  }

  /// Whether each row is for a time, and a price for a time alone names nothing ("1 day", "2
  /// weeks").
  static boolean areTimes(List<Row> rows) {
    return !rows.isEmpty() && rows.stream().allMatch(row -> Units.isTime(row.cell(0)));
  }

  /// Whether rows add up what things cost over the years: "year 1", "year 2", "in all".
  static boolean areYears(List<Row> rows) {
    return rows.size() > 1
        && rows.stream().filter(row -> YEAR.matcher(row.cell(0).strip()).matches()).count() > 1;
  }

  /// Whether columns are kinds of people, who are no plans: "1 day" costs adults more.
  static boolean arePeople(Row header, List<Row> rows) {
    long columns = 0;
    for (int j = 1; j < header.cells().size(); j++) {
      if (!PEOPLE.matcher(header.cell(j).strip()).matches()) {
        return false;
      }
      columns++;
    }
    return columns > 1 && areTimes(rows);
  }

  private static boolean isNumber(String cell) {
    return NUMBER.matcher(cell.strip()).matches();
  }

  /// "5,000" below "Contacts" is "5,000 contacts".
  static String step(Row header, Row row) {
    String label = row.cell(0).strip();
    String head = header.cell(0).strip();
    label = label.replaceAll("\\s*/\\s*\\p{L}+\\.?$", "");
    boolean counted = isNumber(label) && !head.isEmpty() && Texts.words(head) <= 3;
    return counted ? label + " " + head.toLowerCase(Locale.ROOT) : label;
  }
}
