/// What tests share: real servers, a database per test JVM, tokens. Test scope only.
@NullMarked
package io.competitoriq.testkit;

import org.jspecify.annotations.NullMarked;
