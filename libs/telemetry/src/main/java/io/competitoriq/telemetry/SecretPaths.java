package io.competitoriq.telemetry;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;

/// Takes the secrets of links out of log lines, whoever writes them: a feed or a shared report is
/// known by its address alone, and that address is in every line about a request for it.
@LoggingFilter(name = "secret-paths")
public final class SecretPaths implements Filter {

  /// 32 random bytes in base64url, as a part of a path. Ids are shorter, hashes longer.
  private static final Pattern SECRET = Pattern.compile("(?<=/)[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])");

  /// Lets every line through, without its secrets.
  @Override
  public boolean isLoggable(LogRecord line) {
    String text =
        line instanceof ExtLogRecord formatted
            ? formatted.getFormattedMessage()
            : line.getMessage();
    if (text != null && SECRET.matcher(text).find()) {
      String redacted = redacted(text);
      if (line instanceof ExtLogRecord formatted) {
        formatted.setMessage(redacted, ExtLogRecord.FormatStyle.NO_FORMAT);
      } else {
        line.setMessage(redacted);
      }
      line.setParameters(null);
    }
    return true;
  }

  /// The text with every secret of a link as `***`.
  public static String redacted(String text) {
    return SECRET.matcher(text).replaceAll("***");
  }
}
