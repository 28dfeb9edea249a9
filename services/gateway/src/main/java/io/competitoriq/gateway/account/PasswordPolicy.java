package io.competitoriq.gateway.account;

import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a new password must be, wherever one is chosen: long enough, in no list of breached ones,
/// and not what everybody knows about the person. No rule says which characters it must have (NIST
/// SP 800-63B, 5.1.1.2).
@ApplicationScoped
class PasswordPolicy {

  static final int SHORTEST = 12;
  static final int LONGEST = 200;

  /// What is left of a password without the person's name and address must be at least this long.
  private static final int OWN = 8;

  /// Shorter names would be found in any sentence.
  private static final int NAME = 4;

  private static final int VARIETY = 5;
  private static final String PRODUCT = "competitoriq";

  private final BreachedPasswords breached;

  PasswordPolicy(BreachedPasswords breached) {
    this.breached = breached;
  }

  /// May read the list of breached passwords: not on the event loop.
  ///
  /// @throws ProblemException 400 naming the field `password` and what to do instead
  void require(String password, EmailAddress email, String name) {
    flaw(password, email, name)
        .ifPresent(
            flaw -> {
              throw Problems.badField("password-refused", "password", flaw);
            });
  }

  private Optional<String> flaw(String password, EmailAddress email, String name) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of("Use at least %d characters; a sentence is fine.".formatted(SHORTEST));
    }
    if (length > LONGEST) {
      return Optional.of("Use at most %d characters.".formatted(LONGEST));
    }
    if (password.codePoints().distinct().count() < VARIETY) {
      return Optional.of("Use more than a few different characters.");
    }
    if (breached.contains(password)) {
      return Optional.of(
          "This password is in lists of stolen passwords, which are tried first. Choose another.");
    }
    return isMadeOf(password, email, name)
        ? Optional.of("This is too close to your name or e-mail address. Choose another.")
        : Optional.empty();
  }

  private static boolean isMadeOf(String password, EmailAddress email, String name) {
    String left = password.toLowerCase(Locale.ROOT);
    String address = email.value();
    String localPart = address.substring(0, Math.max(0, address.indexOf('@')));
    var known =
        Stream.concat(
                Stream.of(address, localPart, name, name.replace(" ", ""), PRODUCT),
                Stream.of(name.split("\\s+")))
            .map(word -> word.toLowerCase(Locale.ROOT).strip())
            .filter(word -> word.length() >= NAME)
            .toList();
    int before = left.length();
    for (String word : known) {
      left = left.replace(word, "");
    }
    return left.length() < before && left.length() < OWN;
  }
}
