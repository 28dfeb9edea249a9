package io.competitoriq.gateway.workspace;

import io.competitoriq.tenancy.Role;
import java.util.UUID;

/// A place an account may enter, and as what.
public record Membership(UUID memberId, UUID workspaceId, String workspaceName, Role role) {}
