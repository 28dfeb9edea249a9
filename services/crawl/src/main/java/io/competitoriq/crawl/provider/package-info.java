/// Providers that collect for money: a wish to call one in; its answer out, with the key taken from
/// the vault, the budget reserved before and a ledger row after.
@NullMarked
package io.competitoriq.crawl.provider;

import org.jspecify.annotations.NullMarked;
