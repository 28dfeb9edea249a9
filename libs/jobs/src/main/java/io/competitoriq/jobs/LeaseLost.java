package io.competitoriq.jobs;

/// Another worker owns the job now; the transaction that failed with this has rolled back. Handlers
/// let it pass.
public final class LeaseLost extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LeaseLost(long jobId) {
    super("lease of job " + jobId + " was lost");
  }
}
