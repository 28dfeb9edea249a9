package io.competitoriq.jobs.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.jobs.control.Setting;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettingsPatchTest {

  @Test
  void numbersOverruleAndNullGivesTheConfigurationItsSayBack() {
    Map<String, @Nullable Object> wanted = new HashMap<>();
    wanted.put("limit", 200);
    wanted.put("timeoutSeconds", 1.5);
    wanted.put("slots", null);

    assertThat(SettingsPatch.of(wanted))
        .isEqualTo(
            new SettingsPatch.Valid(
                Map.of(
                    Setting.LIMIT,
                    Optional.of(200.0),
                    Setting.TIMEOUT,
                    Optional.of(1.5),
                    Setting.SLOTS,
                    Optional.empty())));
  }

  @Test
  void whatCannotBeIsRefusedWithASentence() {
    assertThat(sentence("slots", 0)).isEqualTo("slots must be between 1 and 1000, not 0.");
    assertThat(sentence("slots", 1.5)).isEqualTo("slots must be a whole number, not 1.5.");
    assertThat(sentence("limit", -1)).contains("between 0 and 1000000");
    assertThat(sentence("limit", "many")).contains("must be a number");
    assertThat(sentence("speed", 9)).startsWith("speed is no setting").contains("timeoutSeconds");
    assertThat(SettingsPatch.of(Map.of())).isInstanceOf(SettingsPatch.Refused.class);
  }

  private static String sentence(String label, Object value) {
    return ((SettingsPatch.Refused) SettingsPatch.of(Collections.singletonMap(label, value)))
        .sentence();
  }
}
