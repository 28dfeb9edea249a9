#!/usr/bin/env bash
# Restores the newest backup beside everything that runs, starts it where nobody reaches it, looks through it and throws it away: weekly, by
# cron or by the chart's CronJob. Prints one JSON object; ends with 1 when something is wrong. Needs space for one copy of the database.
#   rehearse.sh [--folder DIR]     a scratch folder there (default TMPDIR)
#   rehearse.sh --to 'TIME'        as it was then
#   rehearse.sh --keep             leaves it running, to take rows from, and says how to reach and how to end it
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source-path=SCRIPTDIR source=server.sh disable=SC1091,SC2154
. "$here/server.sh"
folder="${TMPDIR:-/tmp}" target=() keep=false
while [ $# -gt 0 ]; do
  case $1 in
    --folder) folder=${2:?Say which folder.}; shift ;;
    --to) target=(--type=time "--target=${2:?Say to which time.}" --target-action=promote); shift ;;
    --keep) keep=true ;;
    *) echo "rehearse.sh does not know $1." >&2; exit 64 ;;
  esac
  shift
done
need_programs pgbackrest zstd
export PGBACKREST_STANZA="${PGBACKREST_STANZA:-competitoriq}" PGBACKREST_LOCK_PATH="${PGBACKREST_LOCK_PATH:-/tmp/pgbackrest}"

work="$(mktemp -d "$folder/ciq-rehearsal.XXXXXX")"
data="$work/data" server="$work/server"
finish() {
  if [ -e "$data/postmaster.pid" ]; then "$postgres_bin/pg_ctl" -D "$data" -m immediate stop >/dev/null 2>&1 || true; fi
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 143' TERM INT HUP

begin=$(date +%s)
mkdir -m 700 "$data" "$server"
pgbackrest --pg1-path="$data" --archive-mode=off ${target[@]+"${target[@]}"} restore >&2
# A server may have its settings elsewhere; here it needs none, and lets in only who may read this folder.
rm -f "$data"/postgresql.conf "$data"/pg_hba.conf
touch "$data/postgresql.conf" "$data/pg_ident.conf"
echo 'local all all trust' >"$data/pg_hba.conf"
start_server "$data" "$server" 5432 "$work/postgres.log" -c listen_addresses= -c archive_mode=off -c fsync=off
restored=$(($(date +%s) - begin))
newest="$(query_on "$server" 5432 -c "select extract(epoch from now() - max(created_at))::int from gateway.audit_entry")"
wrong=0
check_database "$server" 5432 competitoriq || wrong=$((wrong + 1))
check_bodies "$server" 5432 competitoriq 500 || wrong=$((wrong + 1))
"$postgres_bin/pg_amcheck" -h "$server" -p 5432 -U postgres --install-missing -d competitoriq >&2 || wrong=$((wrong + 1))
printf '{"rehearsal":"%s","restored_in_s":%d,"newest_audit_row_age_s":%d,"failed_checks":%d}\n' \
  "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$restored" "${newest:-0}" "$wrong"
if $keep; then
  trap - EXIT
  cat >&2 <<TEXT
It goes on running:  psql -h $server -U postgres competitoriq
A table of it:       pg_dump -h $server -U postgres -t process.fact --data-only competitoriq
To end it:           $postgres_bin/pg_ctl -D $data stop && rm -rf $work
TEXT
fi
[ "$wrong" -eq 0 ]
