package io.competitoriq.analysis.model;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// What the model costs and how often it fails: `ciq_llm_requests_total`, `ciq_llm_tokens_total`,
/// `ciq_llm_request_seconds`, `ciq_llm_output_rejected_total`, `ciq_llm_injection_flags_total`.
@ApplicationScoped
public class ModelMetrics {

  private final MeterRegistry meters;

  ModelMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  /// One call that was made, whatever came of it.
  public void called(ModelReply reply) {
    switch (reply) {
      case ModelReply.Answered answered -> called("success", answered.usage());
      case ModelReply.Unusable unusable ->
          called(unusable.failure().name().toLowerCase(Locale.ROOT), unusable.usage());
      case ModelReply.Later later ->
          called(later.trouble().name().toLowerCase(Locale.ROOT), later.usage());
      case ModelReply.Unaffordable _ -> meters.counter("ciq.llm.over.budget").increment();
      case ModelReply.Paused _ -> meters.counter("ciq.llm.paused").increment();
    }
  }

  /// Claims of an answer that did not stand up to their evidence.
  public void rejected(int claims) {
    meters.counter("ciq.llm.output.rejected").increment(claims);
  }

  /// Crawled text that talks to models.
  public void flagged(String rule) {
    meters.counter("ciq.llm.injection.flags", "rule", rule).increment();
  }

  private void called(String outcome, ModelUsage usage) {
    String model = usage.model();
    meters.counter("ciq.llm.requests", "model", model, "outcome", outcome).increment();
    meters.timer("ciq.llm.request", "model", model).record(usage.latency());
    tokens(model, "input", usage.tokens().input());
    tokens(model, "output", usage.tokens().output());
  }

  private void tokens(String model, String kind, int count) {
    if (count > 0) {
      meters.counter("ciq.llm.tokens", "model", model, "kind", kind).increment(count);
    }
  }
}
