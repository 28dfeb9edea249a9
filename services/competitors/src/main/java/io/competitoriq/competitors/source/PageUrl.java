package io.competitoriq.competitors.source;

import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The address of a page in its one canonical spelling, so that equal pages have equal addresses:
/// `https` unless said otherwise, host in lower case and ASCII, no default port, no fragment, no
/// campaign parameters, dot segments resolved, everything outside ASCII percent-encoded.
public record PageUrl(URI value) {

  private static final int LONGEST = 2000;
  private static final Pattern SCHEME = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*):(?!\\d)(.*)$");
  private static final Pattern PARTS =
      Pattern.compile("^(https?)://([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?$", Pattern.DOTALL);
  private static final Pattern AUTHORITY =
      Pattern.compile("^(\\[[0-9a-fA-F:.]+]|[^:\\[\\]]+)(?::(\\d*))?$");
  private static final Pattern HOST_NAME =
      Pattern.compile("^(?!-)[a-z0-9_-]{1,63}(?<!-)(\\.(?!-)[a-z0-9_-]{1,63}(?<!-))*$");
  private static final Pattern CAMPAIGN =
      Pattern.compile("^(utm_\\w+|gclid|fbclid|msclkid|dclid|mc_cid|mc_eid|_hsenc|_hsmi)$");
  private static final String ALLOWED = "-._~!$&'()*+,;=:@/?%";

  /// Reads what a person typed or pasted: `acme.com`, `HTTP://www.Acme.com:80/a b`, `//acme.com`.
  ///
  /// @throws ProblemException 400 `invalid-url` or `unsupported-scheme`, with a sentence that helps
  public static PageUrl parse(String input) {
    String text = input.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw invalid("Give an address of 1 to " + LONGEST + " characters, like acme.com.");
    }
    Matcher parts = PARTS.matcher(withScheme(text));
    if (!parts.matches()) {
      throw notAnAddress(text);
    }
    String scheme = parts.group(1);
    String authority = authority(parts.group(2), scheme, text);
    String query = parts.group(4) == null ? "" : query(parts.group(4).substring(1));
    return new PageUrl(assemble(scheme + "://" + authority, parts.group(3), query, text));
  }

  /// The canonical address of a link found on a page; links carry their scheme already.
  ///
  /// @throws ProblemException as [#parse]
  public static PageUrl of(URI uri) {
    return parse(uri.toString());
  }

  /// The host without a leading `www.`: what a competitor is known by.
  public String domain() {
    String host = value.getHost();
    return host.startsWith("www.") && host.indexOf('.', 4) > 0 ? host.substring(4) : host;
  }

  /// The same address for `/pricing` and `/pricing/`, `http` and `https`, `www.` or not: two
  /// spellings of what is almost surely one page.
  public String likeness() {
    String path = value.getRawPath().replaceAll("/+$", "");
    String port = value.getPort() < 0 ? "" : ":" + value.getPort();
    String query = value.getRawQuery() == null ? "" : "?" + value.getRawQuery();
    return domain() + port + path + query;
  }

  /// The start page of the same site.
  public PageUrl home() {
    return new PageUrl(value.resolve("/"));
  }

  @Override
  public String toString() {
    return value.toString();
  }

  private static String withScheme(String text) {
    if (text.startsWith("//")) {
      return "https:" + text;
    }
    Matcher scheme = SCHEME.matcher(text);
    if (scheme.matches()) {
      String name = scheme.group(1).toLowerCase(Locale.ROOT);
      if (!name.equals("http") && !name.equals("https")) {
        throw Problems.badField(
            "unsupported-scheme",
            "url",
            "Only http and https addresses can be watched, not \"" + name + ":\".");
      }
      return name + ":" + scheme.group(2);
    }
    String host = text.split("[/:?#]", 2)[0].toLowerCase(Locale.ROOT);
    boolean local = host.equals("localhost") || host.endsWith(".localhost");
    return (local ? "http://" : "https://") + text;
  }

  private static String authority(String raw, String scheme, String text) {
    if (raw.contains("@")) {
      throw invalid("Addresses with a user name or password are not watched; leave them out.");
    }
    Matcher authority = AUTHORITY.matcher(raw);
    if (!authority.matches()) {
      throw notAnAddress(text);
    }
    String host = host(authority.group(1), text);
    String port = authority.group(2);
    if (port == null || port.isEmpty()) {
      return host;
    }
    int number = port.length() > 5 ? -1 : Integer.parseInt(port);
    if (number < 1 || number > 65_535) {
      throw invalid("The port " + port + " does not exist; ports go from 1 to 65535.");
    }
    return number == (scheme.equals("https") ? 443 : 80) ? host : host + ":" + number;
  }

  private static String host(String raw, String text) {
    if (raw.startsWith("[")) {
      return raw.toLowerCase(Locale.ROOT);
    }
    String host = ascii(raw.replaceAll("\\.$", ""), text);
    boolean named = host.contains(".") || host.equals("localhost");
    if (!named || host.length() > 253 || !HOST_NAME.matcher(host).matches()) {
      throw notAnAddress(text);
    }
    return host;
  }

  private static String ascii(String host, String text) {
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException | IndexOutOfBoundsException unnameable) {
      throw notAnAddress(text);
    }
  }

  private static String query(String raw) {
    return Arrays.stream(raw.split("&"))
        .filter(parameter -> !parameter.isEmpty())
        .filter(p -> !CAMPAIGN.matcher(p.split("=", 2)[0].toLowerCase(Locale.ROOT)).matches())
        .map(PageUrl::encoded)
        .collect(Collectors.joining("&"));
  }

  private static URI assemble(String origin, String rawPath, String query, String text) {
    String path = rawPath.isEmpty() ? "/" : encoded(rawPath);
    try {
      URI uri = new URI(origin + path + (query.isEmpty() ? "" : "?" + query)).normalize();
      return climbed(uri);
    } catch (URISyntaxException unreadable) {
      throw notAnAddress(text);
    }
  }

  /// `URI.normalize` leaves `/../` at the start; a browser drops it.
  private static URI climbed(URI uri) throws URISyntaxException {
    String text = uri.toString();
    String path = uri.getRawPath();
    String kept = path.replaceFirst("^(/\\.\\.)+(?=/|$)", "");
    return kept.equals(path) ? uri : new URI(text.replace(path, kept.isEmpty() ? "/" : kept));
  }

  /// Percent-encodes what an address may not hold; what is encoded already stays, in upper case.
  private static String encoded(String part) {
    StringBuilder out = new StringBuilder(part.length() + 16);
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int octet = bytes[i] & 0xff;
      boolean escape =
          octet == '%' && i + 2 < bytes.length && hex(bytes[i + 1]) && hex(bytes[i + 2]);
      if (escape) {
        out.append(part(bytes, i).toUpperCase(Locale.ROOT));
        i += 2;
      } else if (octet != '%' && plain(octet)) {
        out.append((char) octet);
      } else {
        out.append('%').append(String.format(Locale.ROOT, "%02X", octet));
      }
    }
    return out.toString();
  }

  private static String part(byte[] bytes, int at) {
    return new String(bytes, at, 3, StandardCharsets.US_ASCII);
  }

  private static boolean plain(int octet) {
    boolean alphanumeric =
        (octet >= 'a' && octet <= 'z')
            || (octet >= 'A' && octet <= 'Z')
            || (octet >= '0' && octet <= '9');
    return alphanumeric || (octet < 0x80 && ALLOWED.indexOf(octet) >= 0);
  }

  private static boolean hex(byte octet) {
    return Character.digit(octet, 16) >= 0;
  }

  private static ProblemException notAnAddress(String text) {
    String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
    return invalid("\"" + shown + "\" is not a web address; write it like acme.com/pricing.");
  }

  private static ProblemException invalid(String sentence) {
    return Problems.badField("invalid-url", "url", sentence);
  }
}
