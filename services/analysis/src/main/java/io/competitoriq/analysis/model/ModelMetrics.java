package io.competitoriq.analysis.model;

import io.competitoriq.telemetry.CountersFromZero;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// What the model costs and how often it fails: `ciq_llm_requests_total`, `ciq_llm_tokens_total`,
/// `ciq_llm_request_seconds`, `ciq_llm_cost_usd_total`, `ciq_llm_output_rejected_total`,
/// `ciq_llm_injection_flags_total`.
@Startup
@ApplicationScoped
public class ModelMetrics {

  private static final String OVER_BUDGET = "ciq.llm.over.budget";
  private static final String PAUSED = "ciq.llm.paused";
  private static final String REJECTED = "ciq.llm.output.rejected";
  private static final String FLAGS = "ciq.llm.injection.flags";
  private static final double MICROS = 1_000_000;

  private final MeterRegistry meters;

  ModelMetrics(MeterRegistry meters) {
    this.meters = meters;
    CountersFromZero.in(meters, OVER_BUDGET);
    CountersFromZero.in(meters, PAUSED);
    CountersFromZero.in(meters, REJECTED);
  }

  /// One call that was made, whatever came of it.
  public void called(ModelReply reply) {
    switch (reply) {
      case ModelReply.Answered answered -> called("success", answered.usage());
      case ModelReply.Unusable unusable ->
          called(unusable.failure().name().toLowerCase(Locale.ROOT), unusable.usage());
      case ModelReply.Later later ->
          called(later.trouble().name().toLowerCase(Locale.ROOT), later.usage());
      case ModelReply.Unaffordable _ -> meters.counter(OVER_BUDGET).increment();
      case ModelReply.Paused _ -> meters.counter(PAUSED).increment();
    }
  }

  /// What calls cost, as the ledger has it.
  ///
  /// @param micros micro-USD
  void cost(String model, long micros) {
    meters.counter("ciq.llm.cost.usd", "model", model).increment(micros / MICROS);
  }

  /// Claims of an answer that did not stand up to their evidence.
  public void rejected(int claims) {
    meters.counter(REJECTED).increment(claims);
  }

  /// The rules by which text is found to talk to models.
  public void watching(Iterable<String> rules) {
    CountersFromZero.in(meters, FLAGS, "rule", rules);
  }

  /// Crawled text that talks to models.
  public void flagged(String rule) {
    meters.counter(FLAGS, "rule", rule).increment();
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
