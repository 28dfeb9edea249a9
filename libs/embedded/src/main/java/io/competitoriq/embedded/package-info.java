/// Real PostgreSQL and Redis servers from Maven Central's binaries: a folder in, two servers on
/// loopback out. For laptops and tests only.
@NullMarked
package io.competitoriq.embedded;

import org.jspecify.annotations.NullMarked;
