/// Whose data it is: an internal token in, a transaction that sees one workspace's rows out.
@NullMarked
package io.competitoriq.tenancy;

import org.jspecify.annotations.NullMarked;
