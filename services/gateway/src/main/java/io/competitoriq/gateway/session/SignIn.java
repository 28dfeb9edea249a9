package io.competitoriq.gateway.session;

import io.competitoriq.gateway.account.EmailAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// What signing in asks for.
record SignIn(@NotBlank @Size(max = 254) String email, @NotNull @Size(max = 200) String password) {

  EmailAddress emailAddress() {
    return new EmailAddress(email);
  }

  /// Keeps the password out of logs.
  @Override
  public String toString() {
    return "SignIn[" + email + "]";
  }
}
