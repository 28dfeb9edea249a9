package io.competitoriq.gateway.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// The companies of `contracts/demo`. Read when somebody first wants to look around: no start pays
/// for it.
@ApplicationScoped
class DemoMarket {

  private static final List<String> FILES =
      List.of("northwind-metrics", "lumen-analytics", "kitebase");

  private final ObjectMapper json;

  DemoMarket(ObjectMapper json) {
    this.json = json;
  }

  List<DemoCompany> companies() {
    return FILES.stream().map(this::company).toList();
  }

  private DemoCompany company(String name) {
    try (InputStream file = DemoMarket.class.getResourceAsStream("/demo/" + name + ".json")) {
      return json.readValue(file, DemoCompany.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }
}
