package io.competitoriq.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/// A step of a trace that is under way: a request, a start of a job, a request to somebody else.
/// Where spans are sent nowhere, only its context means something.
public final class OpenSpan {

  private final TraceContext context;
  private final Span span;

  OpenSpan(TraceContext context, Span span) {
    this.context = context;
    this.span = span;
  }

  /// What follows from this step belongs under.
  public TraceContext context() {
    return context;
  }

  /// Something about it that is no secret.
  ///
  /// @param key as OpenTelemetry's conventions name it, or `ciq.` and a name of ours
  public OpenSpan put(String key, String value) {
    span.setAttribute(AttributeKey.stringKey(key), value);
    return this;
  }

  /// The same with a number.
  public OpenSpan put(String key, long value) {
    span.setAttribute(AttributeKey.longKey(key), value);
    return this;
  }

  /// The step failed, in a word.
  public OpenSpan failed(String why) {
    span.setStatus(StatusCode.ERROR, Redaction.redacted(why));
    return this;
  }

  /// The step is over; told once.
  public void end() {
    span.end();
  }
}
