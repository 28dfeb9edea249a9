package io.competitoriq.gateway.audit;

/// What the trail records.
public enum AuditAction {
  SETUP,
  SIGN_IN,
  SIGN_IN_FAILED,
  SIGN_OUT,
  QUEUE_PAUSED,
  QUEUE_RESUMED,
  QUEUE_DRAINED,
  QUEUE_REOPENED,
  QUEUE_SETTINGS_CHANGED,
  JOB_RETRIED,
  JOB_CANCELLED,
  JOB_PROMOTED,
  DEAD_LETTERS_REDRIVEN,
  DEAD_LETTERS_PURGED,
  WORKER_DRAINED,
  WORKER_RESUMED,
  QUEUE_ADMIN_GRANTED,
  QUEUE_ADMIN_REVOKED,
  /// A change was asked of a service; written before it is forwarded.
  CHANGE_ATTEMPTED,
  /// What the service answered to it.
  CHANGE_ANSWERED,
  AUDIT_EXPORTED,
  AUDIT_CHAIN_BROKEN,
  FLAG_CHANGED
}
