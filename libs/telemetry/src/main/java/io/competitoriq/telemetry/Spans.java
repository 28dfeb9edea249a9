package io.competitoriq.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The steps of traces, told to a collector by OTLP where one is named
/// (`OTEL_EXPORTER_OTLP_ENDPOINT`). Without one nothing is made or loaded; the trace ids of log
/// lines and problems are there all the same.
@ApplicationScoped
public class Spans {

  private final Optional<SpanExport> export;

  /// @param endpoint base address of the collector, empty for none
  /// @param share of the traces that are told, 0 to 1; every service decides alike
  @Inject
  public Spans(
      @ConfigProperty(name = "ciq.traces.endpoint") Optional<String> endpoint,
      @ConfigProperty(name = "ciq.traces.share", defaultValue = "1.0") double share,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this(
        endpoint
            .filter(address -> !address.isBlank())
            .map(to -> SpanExport.to(to, share, service)));
  }

  private Spans(Optional<SpanExport> export) {
    this.export = export;
  }

  /// Spans that nobody is told of.
  public static Spans off() {
    return new Spans(Optional.empty());
  }

  /// Whether anybody is told.
  public boolean on() {
    return export.isPresent();
  }

  /// Somebody's request reached us.
  ///
  /// @param traceparent what came with it, if anything
  public OpenSpan received(String name, @Nullable String traceparent) {
    return open(name, SpanKind.SERVER, traceparent);
  }

  /// A job that was enqueued starts.
  ///
  /// @param traceparent of the step that enqueued it
  public OpenSpan started(String name, @Nullable String traceparent) {
    return open(name, SpanKind.CONSUMER, traceparent);
  }

  /// We ask somebody outside, under the step that runs here. Its context is for the span alone: a
  /// stranger is told no trace.
  public OpenSpan asked(String name) {
    return open(name, SpanKind.CLIENT, TraceContext.current().toHeader());
  }

  private OpenSpan open(String name, SpanKind kind, @Nullable String traceparent) {
    return export
        .map(to -> open(to, name, kind, TraceContext.parsed(traceparent)))
        .orElseGet(() -> new OpenSpan(TraceContext.continued(traceparent), Span.getInvalid()));
  }

  private static OpenSpan open(
      SpanExport to, String name, SpanKind kind, Optional<TraceContext> parent) {
    var span = to.tracer().spanBuilder(name).setSpanKind(kind);
    parent.ifPresentOrElse(
        above -> span.setParent(Context.root().with(Span.wrap(remote(above)))), span::setNoParent);
    Span begun = span.startSpan();
    SpanContext is = begun.getSpanContext();
    return new OpenSpan(new TraceContext(is.getTraceId(), is.getSpanId()), begun);
  }

  private static SpanContext remote(TraceContext above) {
    return SpanContext.createFromRemoteParent(
        above.traceId(), above.spanId(), TraceFlags.getSampled(), TraceState.getDefault());
  }

  /// What is not told yet is told before the process ends, for five seconds at most.
  @PreDestroy
  public void close() {
    export.ifPresent(SpanExport::close);
  }
}
