package io.competitoriq.tenancy;

/// Role names for `@RolesAllowed`.
public final class Roles {

  public static final String VIEWER = "viewer";
  public static final String ANALYST = "analyst";
  public static final String ADMIN = "admin";
  public static final String OWNER = "owner";

  private Roles() {}
}
