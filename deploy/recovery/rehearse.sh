#!/usr/bin/env bash
# Restores the newest backup beside everything that runs, starts it where nobody reaches it, looks through it and throws it away: weekly, by
# cron or by the chart's CronJob. Prints one JSON object; ends with 1 when something is wrong. Needs space for one copy of the database.
#   rehearse.sh [--folder DIR]     a scratch folder there (default TMPDIR)
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source-path=SCRIPTDIR source=server.sh disable=SC1091,SC2154
. "$here/server.sh"
need_programs pgbackrest zstd
folder="${TMPDIR:-/tmp}"
[ "${1:-}" != --folder ] || folder=${2:?Say which folder.}
export PGBACKREST_STANZA="${PGBACKREST_STANZA:-competitoriq}" PGBACKREST_LOCK_PATH="${PGBACKREST_LOCK_PATH:-/tmp/pgbackrest}"

work="$(mktemp -d "$folder/ciq-rehearsal.XXXXXX")"
data="$work/data"
finish() {
  if [ -e "$data/postmaster.pid" ]; then "$postgres_bin/pg_ctl" -D "$data" -m immediate stop >/dev/null 2>&1 || true; fi
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 143' TERM INT HUP

begin=$(date +%s)
mkdir -m 700 "$data" "$work/server"
pgbackrest --pg1-path="$data" --archive-mode=off restore >&2
# A server may have its settings elsewhere; here it needs none, and lets in only who may read this folder.
rm -f "$data"/postgresql.conf "$data"/pg_hba.conf
touch "$data/postgresql.conf" "$data/pg_ident.conf"
echo 'local all all trust' >"$data/pg_hba.conf"
start_server "$data" "$work/server" 5432 "$work/postgres.log" -c listen_addresses= -c archive_mode=off -c fsync=off
rto=$(($(date +%s) - begin))
newest="$(query_on "$work/server" 5432 -c "select extract(epoch from now() - max(created_at))::int from gateway.audit_entry")"
wrong=0
check_database "$work/server" 5432 competitoriq || wrong=$((wrong + 1))
check_bodies "$work/server" 5432 competitoriq 500 || wrong=$((wrong + 1))
"$postgres_bin/pg_amcheck" -h "$work/server" -p 5432 -U postgres --install-missing -d competitoriq >&2 || wrong=$((wrong + 1))
printf '{"rehearsal":"%s","restored_in_s":%d,"newest_audit_row_age_s":%d,"failed_checks":%d}\n' \
  "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$rto" "${newest:-0}" "$wrong"
[ "$wrong" -eq 0 ]
