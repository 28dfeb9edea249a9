package io.competitoriq.process.fact.jobs;

import java.util.Optional;
import java.util.regex.Pattern;

/// What part of a company an opening is for, as we read title and department. The order decides
/// between several: a sales engineer sells, an engineering manager builds.
enum Function {
  SALES(
      "sales|account (executive|manager|director)s?|business develop\\w*|sdr|bdr|partnerships?|partner manager|pre-?sales|vertrieb\\w*|commercial|revenue|ventas|ventes|key account\\w*|gtm"),
  SUPPORT(
      "support|customer|client|success|helpdesk|service desk|kundenservice|kundenbetreu\\w*|onboarding|solutions? (architect|consultant|engineer)s?|professional services|implementation|forward deployed"),
  DATA(
      "data|analytics|business intelligence|bi|machine learning|ml|ai|research scientist|daten\\w*|statistic\\w*"),
  SECURITY("security|infosec|sicherheit"),
  DESIGN("design\\w*|ux|ui|user research\\w*|illustrat\\w*|creative|art director"),
  MARKETING(
      "marketing|brand|content|growth|seo|social media|communications?|pr|copywriter|community|event\\w*|developer advocate|devrel|editor|kommunikation"),
  ENGINEERING(
      "engineer\\w*|develop(er|ment)s?|devops|sre|software\\w*|qa|quality assurance|test(er|ing)|architect\\w*|front[- ]?end|back[- ]?end|full[- ]?stack|infrastructure|platform|mobile|ios|android|firmware|d[ée]velopp\\w*|entwickl\\w*|ingenieur\\w*|desarrollador\\w*|programm(er|ier)\\w*|technical writer|technology|r&d|research|informatiker\\w*"),
  PRODUCT(
      "product|produkt\\w*|program manager|scrum master|product owner|chef de projet|projektleit\\w*"),
  IT("it|system administrat\\w*|sysadmin|network|erp|sap"),
  PEOPLE("people|hr|human resources|recruit\\w*|talent|personal\\w*|rh"),
  FINANCE(
      "financ\\w*|account(ant|ing)|controll(er|ing)|payroll|tax|treasur\\w*|audit\\w*|buchhalt\\w*|fp&a|billing|payments?"),
  LEGAL("legal|counsel|lawyer|compliance|privacy|paralegal|attorney|jurist\\w*|recht|risk|policy"),
  OPERATIONS(
      "operations?|ops|office|administrat\\w*|logistics?|warehouse|supply|procurement|facilit\\w*|chief of staff|assistant|g&a|manufacturing|production|technician|techniker\\w*|fertigung"),
  MANAGEMENT(
      "ceo|coo|cto|chief|general manager|country manager|managing director|gesch[äa]ftsf[üu]hr\\w*|executive");

  private final Pattern words;

  Function(String words) {
    this.words = Pattern.compile("(?i)(?<![\\p{L}&])(" + words + ")(?![\\p{L}])");
  }

  /// By the title, then by the department.
  static Optional<Function> of(String title, String department) {
    return in(title).or(() -> in(department));
  }

  static Optional<Function> in(String text) {
    for (Function each : values()) {
      if (each.words.matcher(text).find()) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
