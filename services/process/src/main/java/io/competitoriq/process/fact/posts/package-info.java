/// Feeds and lists of posts in; the posts out.
@NullMarked
package io.competitoriq.process.fact.posts;

import org.jspecify.annotations.NullMarked;
