package io.competitoriq.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.http.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.io.IOException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.Test;

/// A list without its service is a problem of its own, not our failure.
class RelayedTest {

  @Test
  void aServiceThatIsSilentIsATimeout() {
    assertThat(status(new TimeoutException("signals timed out"))).isEqualTo(504);
  }

  @Test
  void aServiceThatIsAwayIsUnavailable() {
    assertThat(status(new IOException("Connection refused"))).isEqualTo(503);
  }

  private static int status(Throwable failure) {
    Throwable told =
        Uni.createFrom()
            .failure(failure)
            .onFailure()
            .recoverWithUni(failed -> Relayed.refusal("analysis", failed).map(Object.class::cast))
            .subscribe()
            .withSubscriber(UniAssertSubscriber.create())
            .awaitFailure()
            .getFailure();
    return ((ProblemException) told).status();
  }
}
