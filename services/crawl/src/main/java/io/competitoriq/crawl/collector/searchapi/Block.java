package io.competitoriq.crawl.collector.searchapi;

import java.util.List;

/// A part of an engine's answer and what is kept of it.
///
/// @param name of the block in the answer
/// @param key path of what names an item; items are put in its order. Empty: their order is the
///   engine's word (a ranking) and is kept
/// @param keep fields kept of an item; empty: all
/// @param omit fields left out: what changes with every answer although nothing has happened
record Block(String name, String key, List<String> keep, List<String> omit) {

  static Block ranked(String name, String... keep) {
    return new Block(name, "", List.of(keep), List.of());
  }

  static Block keyed(String name, String key, String... keep) {
    return new Block(name, key, List.of(keep), List.of());
  }

  static Block without(String name, String key, String... omit) {
    return new Block(name, key, List.of(), List.of(omit));
  }
}
