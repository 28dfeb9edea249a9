package io.competitoriq.crawl.snapshot;

import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/// Bodies written by strangers, in a wrapping no browser will run.
final class StrangersBody {
  private static final Pattern CHARSET = Pattern.compile(";\\s*charset=([A-Za-z0-9._:+-]{1,40})$");

  private StrangersBody() {}

  static RestResponse<byte[]> text(byte[] bytes, String charset, String fileName) {
    return of(bytes, "text/plain;charset=" + charset, fileName);
  }

  static RestResponse<byte[]> of(byte[] bytes, String contentType, String fileName) {
    return ResponseBuilder.ok(bytes)
        .header("Content-Type", contentType)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Content-Disposition", "attachment; filename=\"" + fileName + "\"")
        .header("Cache-Control", "private, max-age=31536000, immutable")
        .build();
  }

  /// The charset a stored content type names; UTF-8 when it names none we know.
  static String charset(String contentType) {
    Matcher matcher = CHARSET.matcher(contentType);
    return matcher.find() && Charset.isSupported(matcher.group(1)) ? matcher.group(1) : "UTF-8";
  }
}
