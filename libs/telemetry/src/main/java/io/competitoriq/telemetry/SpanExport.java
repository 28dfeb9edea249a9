package io.competitoriq.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// The way of spans to the operator's collector. Full or without an answer it throws spans away: no
/// request waits for it.
final class SpanExport {

  private static final Logger LOG = Logger.getLogger(SpanExport.class);
  private static final String PATH = "/v1/traces";
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final SdkTracerProvider provider;

  private SpanExport(SdkTracerProvider provider) {
    this.provider = provider;
  }

  static SpanExport to(String endpoint, double share, String service) {
    String address = endpoint.replaceAll("/+$", "");
    var exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(address.endsWith(PATH) ? address : address + PATH)
            .setTimeout(TIMEOUT)
            .build();
    LOG.infof("spans go to=%s share=%s", Redaction.redacted(address), share);
    return new SpanExport(
        SdkTracerProvider.builder()
            .setResource(
                Resource.getDefault().toBuilder()
                    .put(AttributeKey.stringKey("service.name"), service)
                    .put(AttributeKey.stringKey("service.namespace"), "competitoriq")
                    .build())
            // By the trace id alone, so that all services tell the same traces.
            .setSampler(Sampler.traceIdRatioBased(share))
            .addSpanProcessor(BatchSpanProcessor.builder(exporter).setScheduleDelay(PAUSE).build())
            .build());
  }

  Tracer tracer() {
    return provider.get("io.competitoriq");
  }

  void close() {
    provider.shutdown().join(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
  }
}
