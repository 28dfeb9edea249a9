/// Who belongs to the workspace, for whoever is in it.
@NullMarked
package io.competitoriq.gateway.member;

import org.jspecify.annotations.NullMarked;
