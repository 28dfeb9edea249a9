package io.competitoriq.chart;

import java.util.ArrayList;
import java.util.List;

/// Decides as Kubernetes documents the algorithm of its horizontal pod autoscaler: for each metric
/// desired = ceil(current x metric / target), nothing within 10 % of the target; the largest of
/// them; then the most careful recommendation of each window, then the policies, then the bounds.
///
/// Kept apart from it: pods without any figure, and the first minutes of a pod, whose CPU is left
/// out here as long as it is not ready.
final class Autoscaler {

  /// How often Kubernetes decides, in seconds.
  static final int PERIOD = 15;

  private static final double TOLERANCE = 0.1;

  private final Scaling scaling;
  private final List<Noted> recommended = new ArrayList<>();
  private final List<Noted> changed = new ArrayList<>();

  private record Noted(int second, int value) {}

  /// What is known when it decides.
  ///
  /// @param ready pods of which there are figures
  /// @param cpu mean use of these, in % of what is set aside for one
  /// @param wanted per queue, for all pods together, and the target of one pod
  record Seen(int ready, double cpu, List<Double> wanted, double perPod) {}

  Autoscaler(Scaling scaling) {
    this.scaling = scaling;
  }

  /// How often it changed the number.
  int changes() {
    return changed.size();
  }

  /// @param second since the beginning, never less than before
  /// @return pods from now on
  int decide(int second, int pods, Seen seen) {
    int wanted = byCpu(pods, seen);
    for (double queue : seen.wanted) {
      wanted = Math.max(wanted, shared(pods, queue, seen.perPod));
    }
    recommended.add(new Noted(second, wanted));
    int next =
        Math.clamp(limited(second, pods, stable(second, pods)), scaling.least(), scaling.most());
    if (next != pods) {
      changed.add(new Noted(second, next - pods));
    }
    return next;
  }

  /// A mean over the pods, such as their use of CPU.
  static int desired(int pods, double metric, double target) {
    double ratio = metric / target;
    return Math.abs(ratio - 1) <= TOLERANCE ? pods : ceil(pods * ratio);
  }

  /// A figure that all pods share (type AverageValue).
  static int shared(int pods, double metric, double perPod) {
    double ratio = metric / (perPod * pods);
    return Math.abs(ratio - 1) <= TOLERANCE ? pods : ceil(metric / perPod);
  }

  /// Pods that are not ready count as idle when more are asked for, and not at all else.
  private int byCpu(int pods, Seen seen) {
    if (seen.ready == 0) {
      return pods;
    }
    double ratio = seen.cpu / scaling.cpuTarget();
    if (ratio > 1 && seen.ready < pods) {
      return Math.max(pods, desired(pods, seen.cpu * seen.ready / pods, scaling.cpuTarget()));
    }
    return Math.abs(ratio - 1) <= TOLERANCE ? pods : ceil(ratio * seen.ready);
  }

  /// Up no further than the least that was recommended in the one window, down no further than the
  /// most that was in the other.
  private int stable(int second, int pods) {
    int longest = Math.max(scaling.up().windowSeconds(), scaling.down().windowSeconds());
    recommended.removeIf(
        noted -> noted.second <= second - longest && noted != recommended.getLast());
    int up = recommended.getLast().value;
    int down = up;
    for (Noted noted : recommended) {
      if (noted.second > second - scaling.up().windowSeconds()) {
        up = Math.min(up, noted.value);
      }
      if (noted.second > second - scaling.down().windowSeconds()) {
        down = Math.max(down, noted.value);
      }
    }
    return Math.min(Math.max(pods, up), down);
  }

  private int limited(int second, int pods, int wanted) {
    if (wanted > pods) {
      int most =
          scaling.up().policies().stream()
              .mapToInt(policy -> above(policy, before(second, pods, policy)))
              .max()
              .orElse(wanted);
      return Math.min(wanted, Math.max(most, pods));
    }
    int least =
        scaling.down().policies().stream()
            .mapToInt(policy -> below(policy, before(second, pods, policy)))
            .min()
            .orElse(wanted);
    return Math.max(wanted, Math.min(least, pods));
  }

  /// Pods at the beginning of a policy's period.
  private int before(int second, int pods, Scaling.Policy policy) {
    return pods
        - changed.stream()
            .filter(noted -> noted.second > second - policy.periodSeconds())
            .mapToInt(Noted::value)
            .sum();
  }

  private static int above(Scaling.Policy policy, int pods) {
    return policy.percent() ? ceil(pods * (1 + policy.value() / 100.0)) : pods + policy.value();
  }

  private static int below(Scaling.Policy policy, int pods) {
    return policy.percent() ? (int) (pods * (1 - policy.value() / 100.0)) : pods - policy.value();
  }

  private static int ceil(double pods) {
    return (int) Math.ceil(pods - 1e-9);
  }
}
