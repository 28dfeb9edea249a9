/// A walk through a whole site: its start and scope in; the list of its pages out, told apart by
/// how they are found: linked, or only named in the sitemap. What is new or gone shows when two
/// lists are compared, like any other two snapshots.
@NullMarked
package io.competitoriq.crawl.site;

import org.jspecify.annotations.NullMarked;
