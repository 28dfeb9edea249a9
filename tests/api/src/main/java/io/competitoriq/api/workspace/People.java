package io.competitoriq.api.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// A person of every role in a workspace, each with a live session. They are put there by hand:
/// signing in is slow on purpose.
///
/// @param cookies the `Cookie` header by role; empty for nobody
public record People(UUID workspace, Map<String, String> cookies) {

  /// Each includes the ones before it; the last is of the installation and a viewer here.
  public static final List<String> ROLES =
      List.of("nobody", "viewer", "analyst", "admin", "owner", "queue-admin");

  private static final String SUFFIX = "@isolation.invalid";

  /// @param name tells the people of workspaces apart, and is part of their names
  public static People in(Workspaces workspaces, UUID workspace, String name) throws SQLException {
    Map<String, String> cookies = new LinkedHashMap<>();
    for (String role : ROLES) {
      cookies.put(role, role.equals("nobody") ? "" : admitted(workspaces, workspace, name, role));
    }
    return new People(workspace, cookies);
  }

  /// The header that makes a request this person's.
  public String cookie(String role) {
    return Objects.requireNonNull(cookies.get(role), role);
  }

  /// Whether a role may do what needs another one.
  public static boolean allows(String role, String needed) {
    if (needed.equals("nobody")) {
      return true;
    }
    if (needed.equals("queue-admin") || role.equals("nobody")) {
      return role.equals(needed);
    }
    String held = role.equals("queue-admin") ? "viewer" : role;
    return ROLES.indexOf(held) >= ROLES.indexOf(needed);
  }

  public static void removeAll(Workspaces workspaces) throws SQLException {
    String people = "from gateway.account where email like '%" + SUFFIX + "'";
    workspaces.execute("select gateway.leave_demo(id) " + people);
    workspaces.execute("delete " + people);
  }

  private static String admitted(Workspaces workspaces, UUID workspace, String name, String role)
      throws SQLException {
    String person = name + "-" + role.replace("-", "");
    UUID account = id(person + " account");
    UUID member = id(person + " member");
    String held = role.equals("queue-admin") ? "viewer" : role;
    workspaces.execute(
        """
        insert into gateway.account (id, email, name, password_hash, queue_admin)
          select '%s', '%s', '%s', password_hash, %s from gateway.account order by created_at limit 1;
        insert into gateway.member (id, workspace_id, account_id, role)
          values ('%s', '%s', '%s', '%s')\
        """
            .formatted(
                account,
                person + SUFFIX,
                person,
                role.equals("queue-admin"),
                member,
                workspace,
                account,
                held.toUpperCase(Locale.ROOT)));
    return renewed(workspaces, workspace, member, person);
  }

  private static String renewed(Workspaces workspaces, UUID workspace, UUID member, String person)
      throws SQLException {
    String token = sha256(person + " token").substring(0, 43);
    workspaces.execute(
        """
        insert into gateway.session (id, workspace_id, member_id, token_hash, created_at,
            last_seen_at, expires_at)
          values (gen_random_uuid(), '%s', '%s', '%s', now(), now(), now() + interval '1 hour')\
        """
            .formatted(workspace, member, sha256(token)));
    return "Cookie: ciq_session=" + token;
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
