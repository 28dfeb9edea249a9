package io.competitoriq.telemetry;

import io.quarkus.logging.LoggingFilter;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;

/// Takes secrets out of log lines, whoever writes them: the links by which a feed or a shared
/// report is known, API keys, tokens, cookies, passwords in addresses, and the same in the messages
/// of exceptions.
@LoggingFilter(name = "redaction")
public final class Redaction implements Filter {

  private static final String HIDDEN = "***";

  private record Rule(Pattern secret, String instead) {
    Rule(String regex, String instead) {
      this(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), instead);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          // A header as it is printed, with everything up to the end of its line.
          new Rule(
              "(\\b(?:proxy-)?authorization\\b[\"']?\\s*[:=]\\s*[\"']?)(?:[a-z]+ +)?[^\\s\"',;}]+",
              "$1" + HIDDEN),
          new Rule("(\\b(?:set-)?cookie\\b[\"']?\\s*[:=]\\s*)[^\\r\\n]+", "$1" + HIDDEN),
          new Rule("(\\bbearer\\s+)[a-z0-9._~+/=-]{8,}", "$1" + HIDDEN),
          new Rule("(\\bciq_session=)[^\\s;,\"']+", "$1" + HIDDEN),
          // Our API keys, those of providers, and signed tokens.
          new Rule("\\bciq_[0-9a-f]{32}_[0-9a-z]+", "ciq_" + HIDDEN),
          new Rule("\\b(sk-|apify_api_)[a-z0-9_-]{8,}", "$1" + HIDDEN),
          new Rule("\\beyJ[a-z0-9_-]{8,}\\.[a-z0-9_-]{8,}\\.[a-z0-9_-]*", HIDDEN),
          // Addresses with a password, or with a secret among their parameters.
          new Rule("(\\b[a-z][a-z0-9+.-]*://)[^\\s/@:\"']*:[^\\s/@\"']+@", "$1" + HIDDEN + "@"),
          new Rule(
              "([?&](?:[a-z_-]*(?:token|secret|password|api_?key|signature|code)|key|sig)=)[^\\s&#\"']+",
              "$1" + HIDDEN),
          new Rule(
              "(\\b(?:password|passwd|client_secret|api_?key)\\b[\"']?\\s*[:=]\\s*)"
                  + "(?:\"[^\"]*\"|'[^']*'|[^\\s,;}&]+)",
              "$1" + HIDDEN),
          // 32 random bytes in base64url, as a part of a path. Ids are shorter, hashes longer.
          new Rule("(?<=/)[a-z0-9_-]{43}(?![a-z0-9_-])", HIDDEN));

  /// Lets every line through, without its secrets.
  @Override
  public boolean isLoggable(LogRecord line) {
    String text =
        line instanceof ExtLogRecord formatted
            ? formatted.getFormattedMessage()
            : line.getMessage();
    if (text != null) {
      String redacted = redacted(text);
      if (!redacted.equals(text)) {
        say(line, redacted);
      }
    }
    if (line.getThrown() != null) {
      line.setThrown(RedactedFailure.of(line.getThrown()));
    }
    return true;
  }

  private static void say(LogRecord line, String text) {
    if (line instanceof ExtLogRecord formatted) {
      formatted.setMessage(text, ExtLogRecord.FormatStyle.NO_FORMAT);
    } else {
      line.setMessage(text);
    }
    line.setParameters(null);
  }

  /// The text with every secret as `***`.
  public static String redacted(String text) {
    String redacted = text;
    for (Rule rule : RULES) {
      redacted = rule.secret().matcher(redacted).replaceAll(rule.instead());
    }
    return redacted;
  }
}
