package io.competitoriq.gateway.account;

import java.util.UUID;

/// What a sign-in with an e-mail address and a password came to.
public sealed interface Credentials {

  /// The password is the account's.
  ///
  /// @param queueAdmin whether it may operate the job queues of the installation
  record Proven(UUID accountId, String name, EmailAddress email, boolean queueAdmin)
      implements Credentials {}

  /// The account exists, the password is not its.
  record WrongPassword(UUID accountId) implements Credentials {}

  /// No account has that address. Nobody outside may be able to tell this from a wrong password.
  record UnknownAccount() implements Credentials {}
}
