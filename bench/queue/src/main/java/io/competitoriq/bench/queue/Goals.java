package io.competitoriq.bench.queue;

import static io.competitoriq.bench.queue.Goal.atLeast;
import static io.competitoriq.bench.queue.Goal.atMost;

import java.util.Map;

/// What is to be reached: a ratio to the peer, or our own figure where there is none.
final class Goals {

  static final Map<String, Goal> ALL =
      Map.ofEntries(
          Map.entry("ticket_add_1", atLeast(1.5)),
          Map.entry("ticket_add_1_redis_cpu", atMost(0.6)),
          Map.entry("ticket_add_50_in_flight", atLeast(1.5)),
          Map.entry("ticket_add_50_in_flight_redis_cpu", atMost(0.6)),
          Map.entry("ticket_add_bulk_1000", atLeast(4)),
          Map.entry("ticket_add_bulk_1000_redis_cpu", atMost(0.35)),
          Map.entry("ticket_process_c1", atLeast(1.2)),
          Map.entry("ticket_process_c10", atLeast(2)),
          Map.entry("ticket_process_c10_redis_cpu", atMost(0.5)),
          Map.entry("ticket_process_c50", atLeast(1.2)),
          Map.entry("ticket_process_c50_redis_cpu", atMost(0.5)),
          Map.entry("ticket_process_c100", atLeast(1.2)),
          Map.entry("ticket_process_c100_redis_cpu", atMost(0.5)),
          Map.entry("ticket_latency_p50", atMost(0.5)),
          Map.entry("ticket_latency_p99", atMost(1)),
          Map.entry("ticket_redis_bytes", atMost(0.1)),
          Map.entry("durable_effect_process_c10", atLeast(1.5)),
          Map.entry("durable_effect_process_c50", atLeast(1.5)),
          Map.entry("durable_effect_end_to_end_c10", atLeast(1.5)),
          Map.entry("durable_effect_end_to_end_c50", atLeast(1.5)),
          Map.entry("durable_add_1", atLeast(1.5)),
          Map.entry("durable_add_50_in_flight", atLeast(1.5)),
          Map.entry("durable_add_bulk_1000", atLeast(4)),
          Map.entry("durable_latency_p50", atMost(0.5)),
          Map.entry("durable_latency_p99", atMost(1)),
          Map.entry("durable_process_c10", atLeast(1.5)),
          Map.entry("durable_process_c50", atLeast(1.5)),
          Map.entry("durable_end_to_end_c10", atLeast(1.5)),
          Map.entry("durable_end_to_end_c50", atLeast(1.5)),
          Map.entry("rebuild_100k_tickets", atMost(10)),
          Map.entry("rebuild_first_start", atMost(3)),
          Map.entry("backlog_1m_redis", atMost(2)),
          Map.entry("backlog_1m_claim_p95", atMost(2)),
          Map.entry("backlog_1m_direct_claim_p95", atMost(2)),
          Map.entry("limiter_worst_window", atMost(1)),
          Map.entry("limiter_used", atLeast(0.98)));

  private Goals() {}
}
