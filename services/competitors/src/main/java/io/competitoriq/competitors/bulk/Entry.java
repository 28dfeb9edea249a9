package io.competitoriq.competitors.bulk;

/// An entry of a list as it is written there; empty where the list says nothing.
///
/// @param number of its line, from 1
/// @param competitor whose it is: a domain or an address
/// @param name of the competitor, should it be new
record Entry(
    int number,
    String url,
    String kind,
    String collector,
    String title,
    String interval,
    String competitor,
    String name) {

  static Entry page(int number, String url) {
    return new Entry(number, url, "", "", "", "", "", "");
  }
}
