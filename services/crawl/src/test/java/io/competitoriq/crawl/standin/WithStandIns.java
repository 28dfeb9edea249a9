package io.competitoriq.crawl.standin;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Points the application at the places where stand-ins of the providers and of process will
/// listen.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(value = StandInPlaces.class, scope = TestResourceScope.GLOBAL)
public @interface WithStandIns {}
