package io.competitoriq.bench.queue.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Reads commands until its input ends, so it never outlives the bench. Each is answered by one
/// line that begins with `@`.
@QuarkusMain
class Agent implements QuarkusApplication {

  private final ObjectMapper mapper;
  private final TicketPath tickets;
  private final WholeEngine engine;
  private final LedgerProbe ledger;

  Agent(ObjectMapper mapper, TicketPath tickets, WholeEngine engine, LedgerProbe ledger) {
    this.mapper = mapper;
    this.tickets = tickets;
    this.engine = engine;
    this.ledger = ledger;
  }

  @Override
  public int run(String... arguments) throws IOException, InterruptedException {
    answer(Map.of("ready", true));
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      answer(obey(mapper.readTree(line)));
    }
    return 0;
  }

  private Object obey(JsonNode command) throws InterruptedException {
    int jobs = command.path("jobs").asInt();
    return switch (command.path("do").asText()) {
      case "tickets.begin" -> tickets.begin();
      case "tickets.add" ->
          tickets.add(jobs, command.path("inFlight").asInt(1), command.path("bulk").asInt(1));
      case "tickets.pace" -> tickets.pace(jobs, command.path("perSecond").asInt());
      case "tickets.work" -> tickets.work(jobs, command.path("slots").asInt());
      case "engine.add" ->
          engine.add(
              work(command),
              jobs,
              command.path("inFlight").asInt(1),
              command.path("bulk").asInt(1),
              command.path("withRows").asBoolean());
      case "engine.pace" -> engine.pace(work(command), jobs, command.path("perSecond").asInt());
      case "engine.expect" -> engine.expect(jobs, command.path("hold").asBoolean());
      case "engine.work" -> engine.work();
      case "ledger.claim" ->
          ledger.claim(command.path("queue").asText(), jobs, command.path("rounds").asInt());
      default -> throw new IllegalArgumentException("unknown command " + command);
    };
  }

  private static WholeEngine.Work work(JsonNode command) {
    return new WholeEngine.Work(
        command.path("queue").asText(),
        command.path("effect").asBoolean(),
        "x".repeat(command.path("bytes").asInt()));
  }

  private void answer(Object figures) throws IOException {
    System.out.println("@" + mapper.writeValueAsString(figures));
    System.out.flush();
  }
}
