package io.competitoriq.gateway.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.tenancy.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberRuleTest {

  @ParameterizedTest(name = "{0} invites as {1}: {2}")
  @CsvSource({
    "VIEWER, VIEWER, ADMIN_REQUIRED",
    "ANALYST, VIEWER, ADMIN_REQUIRED",
    "ADMIN, VIEWER, ALLOWED",
    "ADMIN, ANALYST, ALLOWED",
    "ADMIN, ADMIN, OWNER_REQUIRED",
    "ADMIN, OWNER, OWNER_REQUIRED",
    "OWNER, ADMIN, ALLOWED",
    "OWNER, OWNER, ALLOWED",
  })
  void nobodyGivesARoleAboveTheirOwn(Role actor, Role given, MemberRule expected) {
    assertThat(MemberRule.ofInvitation(actor, given)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} (self {1}) makes {2} a {3} of {4} owners: {5}")
  @CsvSource({
    "ANALYST, false, VIEWER, ANALYST, 1, ADMIN_REQUIRED",
    "ANALYST, true, ANALYST, ADMIN, 1, ADMIN_REQUIRED",
    "ANALYST, true, ANALYST, VIEWER, 1, ALLOWED",
    "ADMIN, false, VIEWER, ANALYST, 1, ALLOWED",
    "ADMIN, false, ANALYST, ADMIN, 1, OWNER_REQUIRED",
    "ADMIN, false, ADMIN, VIEWER, 1, OWNER_REQUIRED",
    "ADMIN, false, OWNER, VIEWER, 2, OWNER_REQUIRED",
    "ADMIN, true, ADMIN, OWNER, 1, OWNER_REQUIRED",
    "ADMIN, true, ADMIN, VIEWER, 1, ALLOWED",
    "OWNER, false, ADMIN, OWNER, 1, ALLOWED",
    "OWNER, false, OWNER, ADMIN, 2, ALLOWED",
    "OWNER, true, OWNER, ADMIN, 2, ALLOWED",
    "OWNER, true, OWNER, ADMIN, 1, LAST_OWNER",
    "OWNER, true, OWNER, OWNER, 1, ALLOWED",
  })
  void rolesAreChangedByWhoStandsAboveThem(
      Role actor, boolean self, Role before, Role after, long owners, MemberRule expected) {
    assertThat(MemberRule.ofChange(actor, self, before, after, owners)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} (self {1}) removes {2} of {3} owners: {4}")
  @CsvSource({
    "VIEWER, true, VIEWER, 1, ALLOWED",
    "VIEWER, false, VIEWER, 1, ADMIN_REQUIRED",
    "ADMIN, false, ANALYST, 1, ALLOWED",
    "ADMIN, false, ADMIN, 1, OWNER_REQUIRED",
    "ADMIN, true, ADMIN, 1, ALLOWED",
    "OWNER, false, OWNER, 2, ALLOWED",
    "OWNER, true, OWNER, 1, LAST_OWNER",
  })
  void anybodyMayLeaveButTheLastOwner(
      Role actor, boolean self, Role before, long owners, MemberRule expected) {
    assertThat(MemberRule.ofRemoval(actor, self, before, owners)).isEqualTo(expected);
  }
}
