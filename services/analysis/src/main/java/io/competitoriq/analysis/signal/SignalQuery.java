package io.competitoriq.analysis.signal;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What a client may narrow signals by. Kept as text, so that a wrong value is a problem that names
/// its field; `category`, `severity` and `triage` may be given several times or with commas.
public record SignalQuery(
    @RestQuery @Nullable String competitorId,
    @RestQuery List<String> category,
    @RestQuery List<String> severity,
    @RestQuery List<String> triage,
    @Parameter(description = "words that all occur in headline or summary") @QueryParam("q")
        @Nullable String q,
    @Parameter(description = "detected at or after this time") @RestQuery @Nullable String since,
    @Parameter(description = "a member's id, `me` or `none`") @RestQuery @Nullable String assignee,
    @Parameter(description = "a member's id or `me`: named in a comment") @RestQuery
        @Nullable String mentioned,
    @RestQuery @Nullable String storyId,
    @Parameter(description = "one signal of each story, the weightiest")
        @RestQuery
        @DefaultValue("false")
        boolean collapsed) {}
