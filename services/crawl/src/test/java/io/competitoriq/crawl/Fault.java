package io.competitoriq.crawl;

import static io.competitoriq.crawl.Answers.OK;
import static io.competitoriq.crawl.Answers.PAGE;
import static io.competitoriq.crawl.Answers.repeat;
import static io.competitoriq.crawl.Answers.send;
import static io.competitoriq.crawl.Answers.sendAndReset;
import static io.competitoriq.crawl.Answers.sleepThrough;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// What can be wrong with a site, and how a visit of it must end.
enum Fault {
  SLOW_HEADERS(Ending.RETRIED, s -> repeat(s, "HTTP/1.1 200 OK\r\n", "X: y\r\n", 100)),
  SLOW_BODY(Ending.RETRIED, s -> repeat(s, OK + "\r\n", "<p>x", 100)),
  SILENCE(Ending.RETRIED, s -> sleepThrough(s)),
  ENDLESS_100_CONTINUE(Ending.RETRIED, s -> repeat(s, "", "HTTP/1.1 100 Continue\r\n\r\n", 1)),
  ENDLESS_BODY(Ending.GIVEN_UP, s -> repeat(s, OK + "\r\n", "<p>x".repeat(2000), 0)),
  ENDLESS_CHUNKS(
      Ending.GIVEN_UP,
      s -> repeat(s, OK + "Transfer-Encoding: chunked\r\n\r\n", "4\r\n<p>x\r\n".repeat(999), 0)),
  TEN_GIGABYTES(
      Ending.GIVEN_UP,
      s -> repeat(s, OK + "Content-Length: 10737418240\r\n\r\n", "<p>x".repeat(2000), 0)),
  ENDLESS_HEADERS(Ending.GIVEN_UP, s -> repeat(s, OK, "X-More: " + "y".repeat(999) + "\r\n", 0)),
  HUGE_HEADER(Ending.GIVEN_UP, s -> send(s, OK + "X: " + "y".repeat(99_999) + "\r\n\r\n" + PAGE)),
  HANGS_UP_UNANNOUNCED(Ending.STORED, s -> send(s, OK + "Content-Length: 167\r\n\r\n" + PAGE)),
  REDIRECT_LOOP(Ending.GIVEN_UP, s -> send(s, redirect("/REDIRECT_LOOP", ""))),
  REDIRECT_NOWHERE(Ending.GIVEN_UP, s -> send(s, redirect("http://[broken", ""))),
  REDIRECT_WITHOUT_TARGET(Ending.GIVEN_UP, s -> send(s, "HTTP/1.1 302 Found\r\n\r\n")),
  REDIRECT_INSIDE(Ending.GIVEN_UP, s -> send(s, redirect("http://169.254.169.254/", ""))),
  REDIRECT_TO_A_FILE(Ending.GIVEN_UP, s -> send(s, redirect("file:///etc/passwd", ""))),
  REDIRECT_TO_A_DEAD_HOST(Ending.RETRIED, s -> send(s, redirect("http://127.0.0.1:1/", ""))),
  COOKIES_DEMANDED(
      Ending.GIVEN_UP, s -> send(s, redirect("/COOKIES_DEMANDED", "Set-Cookie: a=b\r\n"))),
  GZIP_BOMB(Ending.GIVEN_UP, s -> send(s, "gzip", Answers.gzip(Answers.ZEROS))),
  ZSTD_BOMB(Ending.GIVEN_UP, s -> send(s, "zstd", Answers.zstd(Answers.ZEROS))),
  GZIP_IN_GZIP_BOMB(
      Ending.GIVEN_UP, s -> send(s, "gzip, gzip", Answers.gzip(Answers.gzip(Answers.ZEROS)))),
  GZIP_CUT(
      Ending.RETRIED,
      s -> send(s, "gzip", Answers.cut(Answers.gzip(PAGE.getBytes(StandardCharsets.UTF_8))))),
  GZIP_DAMAGED(Ending.RETRIED, s -> send(s, "gzip", PAGE.getBytes(StandardCharsets.UTF_8))),
  UNKNOWN_CODING(Ending.RETRIED, s -> send(s, "martian", PAGE.getBytes(StandardCharsets.UTF_8))),
  UNKNOWN_CHARSET(
      Ending.STORED,
      s -> send(s, "HTTP/1.1 200 OK\r\nContent-Type: text/html;charset=klingon\r\n\r\n" + PAGE)),
  WRONG_CHARSET(Ending.STORED, s -> send(s, OK + "\r\n" + PAGE + "\u00fc\u00ff\u00fe")),
  LENGTH_TOO_LONG(Ending.RETRIED, s -> send(s, OK + "Content-Length: 99999\r\n\r\n" + PAGE)),
  LENGTH_TOO_SHORT(Ending.STORED, s -> send(s, OK + "Content-Length: 120\r\n\r\n" + PAGE)),
  LENGTH_NEGATIVE(Ending.RETRIED, s -> send(s, OK + "Content-Length: -5\r\n\r\n" + PAGE)),
  LENGTH_TWICE(
      Ending.RETRIED, s -> send(s, OK + "Content-Length: 120\r\nContent-Length: 7\r\n\r\n" + PAGE)),
  CHUNKS_CUT(Ending.RETRIED, s -> send(s, OK + "Transfer-Encoding: chunked\r\n\r\n99\r\n<p>")),
  CHUNKS_OF_GARBAGE(
      Ending.RETRIED, s -> send(s, OK + "Transfer-Encoding: chunked\r\n\r\nnone\r\n" + PAGE)),
  RESET_BEFORE(Ending.RETRIED, s -> sendAndReset(s, "")),
  RESET_IN_HEADERS(Ending.RETRIED, s -> sendAndReset(s, "HTTP/1.1 200 OK\r\nConte")),
  RESET_IN_BODY(Ending.RETRIED, s -> sendAndReset(s, OK + "Content-Length: 9999\r\n\r\n" + PAGE)),
  EMPTY_ANSWER(Ending.RETRIED, s -> send(s, "")),
  EMPTY_BODY(Ending.EMPTY, s -> send(s, OK + "Content-Length: 0\r\n\r\n")),
  GARBAGE(Ending.RETRIED, s -> send(s, "\u0001\u0002\u00ff\u0000SSH-2.0-OpenSSH_9.9\r\n")),
  HTTP_0_9(Ending.RETRIED, s -> send(s, "<html>" + PAGE)),
  SWITCHING_PROTOCOLS(
      Ending.GIVEN_UP,
      s ->
          send(s, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n")),
  DEEP_PAGE(Ending.STORED, s -> send(s, OK + "\r\n" + "<div>".repeat(30_000) + PAGE)),
  STATUS_429_SECONDS(Ending.SNOOZED, s -> send(s, busy(429, "120"))),
  STATUS_429_DATE(Ending.SNOOZED, s -> send(s, busy(429, Fault.inTwoMinutes()))),
  STATUS_429_NONSENSE(Ending.SNOOZED, s -> send(s, busy(429, "soon"))),
  STATUS_503_SECONDS(Ending.SNOOZED, s -> send(s, busy(503, "120"))),
  STATUS_503(Ending.RETRIED, s -> send(s, "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n")),
  STATUS_500(Ending.RETRIED, s -> send(s, "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n")),
  STATUS_502(Ending.RETRIED, s -> send(s, "HTTP/1.1 502 Bad\r\nContent-Length: 0\r\n\r\n")),
  TLS_UNTRUSTED(Ending.GIVEN_UP, s -> send(s, OK + "\r\n" + PAGE)),
  TLS_NOT_SPOKEN(Ending.GIVEN_UP, s -> send(s, OK + "\r\n" + PAGE)),
  TLS_CUT_OFF(Ending.RETRIED, s -> sendAndReset(s, ""));

  /// How a visit ends: what is recorded, and what becomes of the job.
  enum Ending {
    STORED("STORED", "Completed"),
    EMPTY("EMPTY", "Completed"),
    GIVEN_UP("ERROR", "Completed"),
    RETRIED("ERROR", "Retryable"),
    SNOOZED("BLOCKED", "Snoozed");

    final String visit;
    final String job;

    Ending(String visit, String job) {
      this.visit = visit;
      this.job = job;
    }
  }

  /// What the site does with a visitor whose request has been read.
  interface Answer {
    void to(Socket visitor) throws IOException;
  }

  final Ending ending;
  final Answer answer;

  Fault(Ending ending, Answer answer) {
    this.ending = ending;
    this.answer = answer;
  }

  /// Whether it can be over at the next visit.
  boolean passes() {
    return ending == Ending.RETRIED || ending == Ending.SNOOZED;
  }

  private static String redirect(String target, String more) {
    return "HTTP/1.1 302 Found\r\n"
        + more
        + "Location: "
        + target
        + "\r\nContent-Length: 0\r\n\r\n";
  }

  static String busy(int status, String retryAfter) {
    return "HTTP/1.1 %d Busy\r\nRetry-After: %s\r\nContent-Length: 0\r\n\r\n"
        .formatted(status, retryAfter);
  }

  private static String inTwoMinutes() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        ZonedDateTime.now(ZoneOffset.UTC).plus(Duration.ofMinutes(2)));
  }
}
