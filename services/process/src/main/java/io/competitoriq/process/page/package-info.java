/// A parsed page and its address in; what kind of page it is, its title, author, language, dates
/// and JSON-LD out.
@NullMarked
package io.competitoriq.process.page;

import org.jspecify.annotations.NullMarked;
