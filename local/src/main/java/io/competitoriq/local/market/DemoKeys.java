package io.competitoriq.local.market;

/// The keys of the demo's accounts at the market's stand-ins. No secret: they open nothing else.
public final class DemoKeys {

  public static final String APIFY = "apify_api_demoMarket";
  public static final String SEARCHAPI = "searchapi-demo-market";

  private DemoKeys() {}
}
