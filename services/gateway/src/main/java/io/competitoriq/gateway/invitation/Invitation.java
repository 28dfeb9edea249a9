package io.competitoriq.gateway.invitation;

import io.competitoriq.tenancy.Role;
import java.time.Instant;
import java.util.UUID;

/// Somebody who was asked to join and has not answered yet.
///
/// @param invitedBy the name of whoever asked
/// @param sentAt when the link that works was made
/// @param expired whether it has stopped working since
public record Invitation(
    UUID id,
    String email,
    Role role,
    String invitedBy,
    Instant sentAt,
    Instant expiresAt,
    boolean expired) {}
