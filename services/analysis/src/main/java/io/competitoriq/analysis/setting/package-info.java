/// A change of a setting in, in its own transaction; who changed what, for admins, out.
@NullMarked
package io.competitoriq.analysis.setting;

import org.jspecify.annotations.NullMarked;
