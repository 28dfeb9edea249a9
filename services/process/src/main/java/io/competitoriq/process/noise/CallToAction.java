package io.competitoriq.process.noise;

import java.util.regex.Pattern;

/// Labels of buttons. No other words are tested on visitors as often, so one that changed is
/// believed only when it stays for several visits.
public final class CallToAction {

  private static final Pattern LABEL =
      Pattern.compile(
          "(?:get|start|try|book|request|schedule|see|watch|sign up|sign in|log in|join|buy|shop|order|add|subscribe|download|install|learn"
              + "|read|discover|explore|contact|talk|speak|chat|let's|create|open|claim|view|go|continue|register|compare|choose|select|upgrade"
              + "|apply|reserve|enquire|call|find out|free|unlock|check|take|request|show|build|launch|grab|activate|begin)\\b"
              + "(?:\\s+(?:\\p{L}|['’&-])+){0,4}\\s*[!›»→>+]?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern AIM =
      Pattern.compile(
          "\\b(?:free|trial|demo|now|started|start|today|account|more|sales|us|touch|cart|basket|bag|app|call|quote|pricing|plans?|offer|tour"
              + "|consultation|meeting|in|up|here|access|deal|waitlist|newsletter|shop|buy|join|subscribe|download|register|contact)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 32;

  private CallToAction() {}

  /// Whether a text is the label of a button, as far as words tell.
  public static boolean isOne(String text) {
    return text.length() <= LONGEST
        && LABEL.matcher(text.strip()).matches()
        && AIM.matcher(text).find();
  }
}
