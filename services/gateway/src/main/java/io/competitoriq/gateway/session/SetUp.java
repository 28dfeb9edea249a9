package io.competitoriq.gateway.session;

import io.competitoriq.gateway.account.EmailAddress;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// What first-run set-up asks for.
///
/// @param password as `PasswordPolicy` wants it
record SetUp(
    @NotBlank @Size(max = 200) String workspaceName,
    @NotBlank @Size(max = 200) String name,
    @NotBlank @Email @Size(max = 254) String email,
    @NotNull String password) {

  EmailAddress emailAddress() {
    return new EmailAddress(email);
  }

  /// Keeps the password out of logs.
  @Override
  public String toString() {
    return "SetUp[" + email + "]";
  }
}
