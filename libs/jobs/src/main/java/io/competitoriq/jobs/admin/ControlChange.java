package io.competitoriq.jobs.admin;

import io.competitoriq.jobs.control.QueueControl;

/// What an operator's act made of a queue's control row; both are equal when it was so already.
public record ControlChange(QueueControl before, QueueControl after) {}
