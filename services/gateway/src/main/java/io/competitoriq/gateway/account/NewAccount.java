package io.competitoriq.gateway.account;

import java.util.UUID;

/// An account that can be stored: its password has been hashed.
///
/// @param passwordHash Argon2id in PHC form
public record NewAccount(UUID id, EmailAddress email, String name, String passwordHash) {}
