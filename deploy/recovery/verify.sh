#!/usr/bin/env bash
# Reads the whole repository and compares every file with its checksum: nightly. Ends with 1 when one is damaged or missing;
# pgbackrest itself ends with 0 then, and only its report says so.
set -euo pipefail
export PGBACKREST_STANZA="${PGBACKREST_STANZA:-competitoriq}"
report="$(pgbackrest verify --output=text --verbose)"
printf '%s\n' "$report"
[ "$(sed -n 's/^status: //p' <<<"$report")" = ok ]
