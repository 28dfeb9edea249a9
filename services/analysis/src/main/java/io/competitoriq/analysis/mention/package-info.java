/// A comment and the addresses of those it names in; a mail to each of them, once, out.
@NullMarked
package io.competitoriq.analysis.mention;

import org.jspecify.annotations.NullMarked;
