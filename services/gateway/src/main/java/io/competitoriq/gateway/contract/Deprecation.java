package io.competitoriq.gateway.contract;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An operation that will go.
///
/// @param method in upper case
/// @param path of the document, with `{parameters}`
/// @param since from when on it is not to be used in what is new
/// @param sunset from when on it may be gone
record Deprecation(String method, Pattern path, LocalDate since, LocalDate sunset) {

  /// With two digits for the day, which Java's own leaves out.
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

  static Deprecation of(String method, String template, LocalDate since, LocalDate sunset) {
    String path =
        Arrays.stream(PARAMETER.split(template, -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[^/]+"));
    return new Deprecation(method.toUpperCase(Locale.ROOT), Pattern.compile(path), since, sunset);
  }

  boolean concerns(String askedMethod, String askedPath) {
    return method.equals(askedMethod) && path.matcher(askedPath).matches();
  }

  /// RFC 9745: a date as structured fields write it.
  String deprecationHeader() {
    return "@" + since.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  /// RFC 8594: a date as HTTP writes it.
  String sunsetHeader() {
    return HTTP_DATE.format(sunset.atStartOfDay(ZoneOffset.UTC));
  }
}
