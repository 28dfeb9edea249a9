/// The trail to be read and checked: rows and heads in, who did what and the first break of a chain
/// out.
@NullMarked
package io.competitoriq.gateway.auditlog;

import org.jspecify.annotations.NullMarked;
