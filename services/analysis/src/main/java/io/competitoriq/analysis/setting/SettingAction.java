package io.competitoriq.analysis.setting;

/// What was done to a setting.
public enum SettingAction {
  COMPANY_PROFILE_CHANGED,
  MODEL_BUDGET_CHANGED,
  MODEL_SWITCHED,
  CHANNEL_CREATED,
  CHANNEL_CHANGED,
  CHANNEL_SECRET_RENEWED,
  CHANNEL_REMOVED
}
