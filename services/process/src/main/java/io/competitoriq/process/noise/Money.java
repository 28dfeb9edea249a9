package io.competitoriq.process.noise;

import java.util.regex.Pattern;

/// Amounts of money, which no mask ever touches.
final class Money {

  static final Pattern AMOUNT =
      Pattern.compile(
          "(?:[$€£¥₹₩₺₽₪฿]|\\b(?:USD|EUR|GBP|CHF|CAD|AUD|JPY|INR)\\b)\\s?\\d[\\d.,'’ ]*\\d|(?:[$€£¥₹₩₺₽₪฿]|\\b(?:USD|EUR|GBP|CHF|CAD|AUD|JPY|INR))\\s?\\d"
              + "|\\d[\\d.,'’]*\\s?(?:[€£$¥₽₺]|(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|zł|Kč|kr)(?!\\p{L}))",
          Pattern.CASE_INSENSITIVE);

  private Money() {}
}
