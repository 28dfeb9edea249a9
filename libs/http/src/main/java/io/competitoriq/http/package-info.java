/// How every service speaks HTTP: problems, pages, entity tags, ids. Requests in, answers in one
/// shape out.
@NullMarked
package io.competitoriq.http;

import org.jspecify.annotations.NullMarked;
