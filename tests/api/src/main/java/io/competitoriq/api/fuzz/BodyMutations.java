package io.competitoriq.api.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.api.door.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Bodies that say something else than the schema, and bodies that say nothing at all.
final class BodyMutations {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEEP = 20_000;

  private static final List<String> BROKEN =
      List.of(
          "",
          " ",
          "{",
          "{\"a\":",
          "{'a':1}",
          "{\"a\":NaN}",
          "{\"a\":1,}",
          "{\"a\":1}}",
          "[]",
          "null",
          "0",
          "\"text\"",
          "true",
          "{\"a\":01}",
          "{\"\\ud800\":1}",
          "{\"a\":\"\\x\"}",
          "\ufeff{}",
          "<a/>",
          "a=b&c=d");

  private BodyMutations() {}

  /// Well-formed JSON with one thing changed.
  static Request value(Request request, Random random) {
    byte[] body = request.body();
    if (body == null) {
      return request.with("Content-Type: application/json").withBody("{}");
    }
    try {
      JsonNode root = JSON.readTree(body);
      if (root instanceof ContainerNode<?> container) {
        change(anyOf(container, random), random);
      }
      return request.withBody(JSON.writeValueAsString(root));
    } catch (JsonProcessingException unwritable) {
      return request.withBody("{}");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// No JSON, or not as announced.
  static Request text(Request request, Random random) {
    Request typed =
        request.body() == null ? request.with("Content-Type: application/json") : request;
    byte[] body = request.body() == null ? new byte[] {'{', '}'} : request.body();
    return switch (random.nextInt(8)) {
      case 0 -> typed.withBody("[".repeat(DEEP));
      case 1 -> typed.withBody("{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP));
      case 2 -> typed.withBody(new byte[] {'{', '"', (byte) 0xff, (byte) 0xc0, '"', ':', '1', '}'});
      case 3 -> typed.withBody(java.util.Arrays.copyOf(body, random.nextInt(body.length + 1)));
      case 4 -> typed.withBody("{\"a\":" + "9".repeat(20_000) + "}");
      case 5 ->
          typed.withBody(
              new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16));
      case 6 -> typed.withBody("{\"name\":\"" + "y".repeat(1_100_000) + "\"}");
      default -> typed.withBody(BROKEN.get(random.nextInt(BROKEN.size())));
    };
  }

  private static ContainerNode<?> anyOf(ContainerNode<?> root, Random random) {
    List<ContainerNode<?>> all = new ArrayList<>();
    collect(root, all);
    return all.get(random.nextInt(all.size()));
  }

  private static void collect(ContainerNode<?> node, List<ContainerNode<?>> all) {
    all.add(node);
    node.forEach(
        child -> {
          if (child instanceof ContainerNode<?> container) {
            collect(container, all);
          }
        });
  }

  private static void change(ContainerNode<?> node, Random random) {
    switch (node) {
      case ObjectNode object -> change(object, random);
      case ArrayNode array -> {
        if (random.nextInt(6) == 0) {
          JsonNode value = Nonsense.value(random);
          for (int i = 0; i < 300; i++) {
            array.add(value);
          }
        } else {
          array.insert(0, Nonsense.value(random));
        }
      }
      default -> throw new IllegalStateException("JSON has two kinds of containers");
    }
  }

  private static void change(ObjectNode object, Random random) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name = names.isEmpty() ? "extra" : names.get(random.nextInt(names.size()));
    switch (random.nextInt(6)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(Nonsense.text(random), Nonsense.value(random));
      case 2 -> object.put(name, Nonsense.number(random));
      default -> object.set(name, Nonsense.value(random));
    }
  }
}
