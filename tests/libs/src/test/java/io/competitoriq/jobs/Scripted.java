package io.competitoriq.jobs;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/// Handlers whose behaviour a test writes down under a name; jobs name it in their payload.
@ApplicationScoped
public class Scripted {

  private final Map<String, BiFunction<Job<Play>, JobContext, Uni<JobOutcome>>> scripts =
      new ConcurrentHashMap<>();
  private final Map<String, List<Job<Play>>> starts = new ConcurrentHashMap<>();

  /// @param script name of the behaviour
  /// @param key what the effect is written under
  public record Play(String script, String key) {}

  public void on(String script, BiFunction<Job<Play>, JobContext, Uni<JobOutcome>> behaviour) {
    scripts.put(script, behaviour);
  }

  public List<Job<Play>> starts(String script) {
    return starts.getOrDefault(script, List.of());
  }

  @Produces
  @ApplicationScoped
  JobHandler<Play> test() {
    return new Actor("test-jobs");
  }

  @Produces
  @ApplicationScoped
  JobHandler<Play> load() {
    return new Actor("load-jobs");
  }

  @Produces
  @ApplicationScoped
  JobHandler<Play> limited() {
    return new Actor("limited-jobs");
  }

  @Produces
  @ApplicationScoped
  JobHandler<Play> polite() {
    return new Actor("polite-jobs");
  }

  @Produces
  @ApplicationScoped
  JobHandler<Play> single() {
    return new Actor("single-jobs");
  }

  @Produces
  @ApplicationScoped
  JobHandler<Play> steered() {
    return new Actor("steered-jobs");
  }

  private final class Actor implements JobHandler<Play> {

    private final String queue;

    Actor(String queue) {
      this.queue = queue;
    }

    @Override
    public String queue() {
      return queue;
    }

    @Override
    public String kind() {
      return "play";
    }

    @Override
    public Class<Play> payloadType() {
      return Play.class;
    }

    @Override
    public Uni<JobOutcome> handle(Job<Play> job, JobContext context) {
      String script = job.payload().script();
      starts.computeIfAbsent(script, _ -> new CopyOnWriteArrayList<>()).add(job);
      var behaviour = scripts.get(script);
      if (behaviour == null) {
        return Uni.createFrom().item(new JobOutcome.Completed());
      }
      return behaviour.apply(job, context);
    }
  }
}
