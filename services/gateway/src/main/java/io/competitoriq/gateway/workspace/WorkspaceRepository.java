package io.competitoriq.gateway.workspace;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class WorkspaceRepository implements PanacheRepositoryBase<Workspace, UUID> {}
