package io.competitoriq.competitors.discovery;

import io.competitoriq.egress.EgressResult;
import java.net.URI;

/// Failures in words for a person: what happened, what to do.
final class Sentences {

  private Sentences() {}

  static String of(EgressResult.Refused refused) {
    String host = host(refused.uri());
    return switch (refused.reason()) {
      case BLOCKED_ADDRESS ->
          host
              + " leads to a private or reserved address, which is not visited. Give a public"
              + " address, or ask the operator to allow it.";
      case SCHEME ->
          host + " leads to an address that is not http or https. Give an ordinary web address.";
      case PORT ->
          host + " is asked for on an unusual port, which is not visited. Leave the port out.";
      case USERINFO ->
          host + " leads to an address with a user name in it. Give the address without one.";
      case HOST -> host + " is not a name a website can have. Check the spelling.";
      case TOO_MANY_REDIRECTS ->
          host + " redirects in circles. Open it in a browser and give the address you end up at.";
    };
  }

  static String of(EgressResult.Failed failed) {
    String host = host(failed.uri());
    return switch (failed.kind()) {
      case DNS -> "There is no website called " + host + ". Check the spelling of the address.";
      case CONNECT, RESET ->
          host + " does not accept connections. Open it in a browser, then try again.";
      case TLS ->
          host
              + " has no certificate that can be trusted. If the site has no https, give the address"
              + " with http://.";
      case TIMEOUT -> host + " did not answer in time. Try again later.";
      case TOO_LARGE ->
          host
              + " answers with more data than a web page has. Give the address of an ordinary page.";
      case PROTOCOL -> host + " answers in a way that cannot be read. Try again later.";
      case BUSY -> host + " is being visited a lot right now. Try again in a minute.";
    };
  }

  /// A home page that answers with a status other than success.
  static String of(Fetched.Answer answer) {
    String host = host(answer.url());
    int status = answer.status();
    if (answer.isMissing()) {
      return "There is no page at %s (%d). Give the address of the site's home page."
          .formatted(answer.url(), status);
    }
    if (status == 401 || status == 407) {
      return host + " asks to sign in (" + status + "). Give the address of a public page.";
    }
    if (status == 403 || status == 451) {
      return "%s does not let our crawler in (%d). Add the pages you know by hand."
          .formatted(host, status);
    }
    if (status == 429 || status == 503) {
      return host + " is too busy to answer (" + status + "). Try again later.";
    }
    return host
        + " answers with an error ("
        + status
        + "). Open it in a browser and try again later.";
  }

  static String notHtml(Fetched.Body body) {
    String type = body.contentType().isBlank() ? "no type" : body.contentType().split(";", 2)[0];
    return "%s is not a web page but a file (%s). Give the address of the site's home page."
        .formatted(body.url(), type);
  }

  static String login(URI url) {
    return host(url) + " shows a sign-in page to visitors. Give the address of the public website.";
  }

  private static String host(URI url) {
    return url.getHost() == null ? url.toString() : url.getHost();
  }
}
