package io.competitoriq.analysis.model;

/// Rolls a reservation back that no budget allows.
final class OverBudget extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ModelReply.Unaffordable reply;

  OverBudget(ModelReply.Unaffordable reply) {
    super(reply.reason(), null, false, false);
    this.reply = reply;
  }

  ModelReply.Unaffordable reply() {
    return reply;
  }
}
