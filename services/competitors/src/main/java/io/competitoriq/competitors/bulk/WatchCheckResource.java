package io.competitoriq.competitors.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.competitoriq.competitors.schedule.ScheduleView;
import io.competitoriq.competitors.source.AddSource;
import io.competitoriq.competitors.source.NewSource;
import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.competitors.source.SourceAdding;
import io.competitoriq.http.ProblemException;
import io.competitoriq.tenancy.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/watch-checks`: what would become of competitors and sources, without making any. The gateway
/// asks before it plans.
@Path("/watch-checks")
@RolesAllowed(Roles.ANALYST)
public class WatchCheckResource {

  private static final int MOST = 2000;

  private final SourceAdding adding;

  WatchCheckResource(SourceAdding adding) {
    this.adding = adding;
  }

  /// A competitor somebody wants, with its sources.
  public record Asked(
      @NotNull String url, @NotNull @Size(max = MOST) List<@NotNull @Valid AddSource> sources) {}

  /// @param problem what is wrong with the address, null where it is good
  /// @param domain what the competitor is known by
  /// @param url canonical
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Checked(
      @Nullable String problem,
      @Nullable String domain,
      @Nullable String url,
      List<CheckedSource> sources) {}

  /// @param field the wrong one
  /// @param schedule as it would be shown
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CheckedSource(
      @Nullable String problem,
      @Nullable String field,
      @Nullable String url,
      @Nullable ScheduleView schedule) {}

  /// In the order of what was asked.
  @POST
  public List<Checked> check(@NotNull @Size(max = MOST) List<@NotNull @Valid Asked> asked) {
    return asked.stream().map(this::checked).toList();
  }

  private Checked checked(Asked asked) {
    List<CheckedSource> sources = asked.sources().stream().map(this::checked).toList();
    try {
      PageUrl url = PageUrl.parse(asked.url());
      return new Checked(null, url.domain(), url.toString(), sources);
    } catch (ProblemException wrong) {
      return new Checked(wrong.detail(), null, null, sources);
    }
  }

  private CheckedSource checked(AddSource asked) {
    try {
      NewSource source = adding.checked(asked.checked());
      return new CheckedSource(null, null, source.url().toString(), adding.scheduleOf(source));
    } catch (ProblemException wrong) {
      return new CheckedSource(wrong.detail(), field(wrong.type()), null, null);
    }
  }

  private static String field(String problem) {
    return switch (problem) {
      case "invalid-schedule" -> "schedule";
      case "collector-not-available" -> "collector";
      default -> "url";
    };
  }
}
