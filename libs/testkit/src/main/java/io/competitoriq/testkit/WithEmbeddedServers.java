package io.competitoriq.testkit;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Gives a `@QuarkusTest` a fresh, migrated database on a real PostgreSQL, its own number of a real
/// Redis, and the secret of internal tokens.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(value = EmbeddedServersResource.class, scope = TestResourceScope.GLOBAL)
public @interface WithEmbeddedServers {
  /// The schema under test: the application connects as its role.
  String value();
}
