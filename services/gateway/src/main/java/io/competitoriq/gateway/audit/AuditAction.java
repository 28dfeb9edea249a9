package io.competitoriq.gateway.audit;

/// What the trail records.
public enum AuditAction {
  SETUP,
  SIGN_IN,
  SIGN_IN_FAILED,
  SIGN_OUT
}
