/// What the service for competitors says in; names and tags that rules and messages can use inside
/// a transaction out.
@NullMarked
package io.competitoriq.analysis.directory;

import org.jspecify.annotations.NullMarked;
