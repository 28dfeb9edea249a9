package io.competitoriq.gateway.member;

import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.Role;

/// Who may give and take which role. A pure decision: admins look after viewers and analysts,
/// owners after everybody, anybody may step down or leave, and there is always an owner.
public enum MemberRule {
  ALLOWED,
  ADMIN_REQUIRED,
  OWNER_REQUIRED,
  LAST_OWNER;

  /// Whether somebody may be asked to join.
  ///
  /// @param actor the role of whoever asks
  /// @param given the role they would have
  public static MemberRule ofInvitation(Role actor, Role given) {
    return care(actor, given);
  }

  /// Whether anybody may be looked up to be changed: who may not learns nothing of who is there.
  static MemberRule ofLookingUp(Role actor, boolean self) {
    return self ? ALLOWED : care(actor, Role.VIEWER);
  }

  /// Whether a member's role may change.
  ///
  /// @param self whether it is the actor's own
  /// @param owners how many owners the workspace has
  static MemberRule ofChange(Role actor, boolean self, Role before, Role after, long owners) {
    boolean stepsDown = self && after.compareTo(before) <= 0;
    MemberRule care = stepsDown ? ALLOWED : both(care(actor, before), care(actor, after));
    return care == ALLOWED && before == Role.OWNER && after != Role.OWNER && owners <= 1
        ? LAST_OWNER
        : care;
  }

  /// Whether a member may be removed, or leave.
  static MemberRule ofRemoval(Role actor, boolean self, Role before, long owners) {
    MemberRule care = self ? ALLOWED : care(actor, before);
    return care == ALLOWED && before == Role.OWNER && owners <= 1 ? LAST_OWNER : care;
  }

  /// Whether a member's sessions may be ended.
  static MemberRule ofSessions(Role actor, boolean self, Role theirs) {
    return self ? ALLOWED : care(actor, theirs);
  }

  /// @throws ProblemException 403 or 409 when it is not allowed, saying who may
  public void require() {
    switch (this) {
      case ALLOWED -> {}
      case ADMIN_REQUIRED ->
          throw Problems.forbidden("role-too-low", "Only admins and owners may do this.");
      case OWNER_REQUIRED ->
          throw Problems.forbidden(
              "role-too-low", "Only an owner may do this for admins and owners.");
      case LAST_OWNER ->
          throw Problems.conflict(
              "last-owner", "A workspace needs an owner; make somebody else one first.");
    }
  }

  private static MemberRule both(MemberRule one, MemberRule other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static MemberRule care(Role actor, Role theirs) {
    if (actor.compareTo(Role.ADMIN) < 0) {
      return ADMIN_REQUIRED;
    }
    return theirs.compareTo(Role.ADMIN) >= 0 && actor != Role.OWNER ? OWNER_REQUIRED : ALLOWED;
  }
}
