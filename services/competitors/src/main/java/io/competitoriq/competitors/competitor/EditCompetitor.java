package io.competitoriq.competitors.competitor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An edit of a competitor: what is null stays, an empty description or list clears.
public record EditCompetitor(
    @Nullable @Size(min = 1, max = 200) @Pattern(regexp = "[^\\x00]*") String name,
    @Nullable @Size(max = 20)
        List<@NotBlank @Size(max = 40) @Pattern(regexp = "[^\\x00]*") String> tags,
    @Nullable @Size(max = 2000) @Pattern(regexp = "[^\\x00]*") String description) {}
