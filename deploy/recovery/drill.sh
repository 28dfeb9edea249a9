#!/usr/bin/env bash
# A restore drill on this machine, for ./ciq restore-drill: a throwaway PostgreSQL with every migration and seeded data, archived and backed
# up by pgBackRest with the configuration of this folder, is killed and erased and comes back, first as it was last, then as it was at a
# point in time before a mistake. Then a byte of the repository is changed, and that must be found. Progress on standard error, one JSON
# object on standard output; ends with 1 when a promise was missed. Nothing is left behind.
#   drill.sh [--rows N] [--seconds N] [--archive-timeout N] [--keep]
# N facts (100000); seconds of writing between the mistake and the crash (90); seconds until the log is archived (60, as shipped)
# MIGRATE (how to migrate the database named by CIQ_DB_*) comes from ./ciq, and so does AUDIT if the gateway is built.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

# PostgreSQL refuses to run as root; in a user namespace of its own it runs as nobody, as the other servers here do.
if [ "$(id -u)" -eq 0 ]; then exec unshare -U "${BASH_SOURCE[0]}" "$@"; fi

rows=100000 seconds=90 timeout=60 keep=false
while [ $# -gt 0 ]; do
  case $1 in
    --rows) rows=$2; shift ;;
    --seconds) seconds=$2; shift ;;
    --archive-timeout) timeout=$2; shift ;;
    --keep) keep=true ;;
    *) echo "The drill does not know $1." >&2; exit 64 ;;
  esac
  shift
done
[[ $rows =~ ^[0-9]+$ && $rows -ge 1000 && $rows -le 10000000 ]] || { echo "Say --rows with a number from 1000 to 10000000." >&2; exit 64; }
# Before the log is archived there is nothing that could be gone back in.
[[ $seconds =~ ^[0-9]+$ && $timeout =~ ^[0-9]+$ && $seconds -ge $((timeout + 3)) ]] ||
  { echo "Say --seconds with a number, three more than --archive-timeout or more." >&2; exit 64; }

# shellcheck source-path=SCRIPTDIR source=server.sh disable=SC1091,SC2154
. "$here/server.sh"
need_programs pgbackrest zstd
PGBACKREST_REPO1_CIPHER_PASS="$(head -c 32 /dev/urandom | base64)"

work="$(mktemp -d "${TMPDIR:-/tmp}/ciq-drill.XXXXXX")"
data="$work/data" server="$work/server"
mkdir -m 700 "$server" "$work/repo" "$work/log" "$work/spool"
export PGBACKREST_REPO1_CIPHER_PASS PGBACKREST_CONFIG="$here/pgbackrest.conf" PGBACKREST_STANZA=competitoriq
export PGBACKREST_REPO1_PATH="$work/repo" PGBACKREST_PG1_PATH="$data" PGBACKREST_PG1_SOCKET_PATH="$server" PGBACKREST_PG1_USER=postgres
export PGBACKREST_LOG_PATH="$work/log" PGBACKREST_SPOOL_PATH="$work/spool" PGBACKREST_LOCK_PATH="$work/spool"
writer=''
finish() {
  code=$?
  [ -z "$writer" ] || kill "$writer" 2>/dev/null || true
  if [ -e "$data/postmaster.pid" ]; then "$postgres_bin/pg_ctl" -D "$data" -m immediate stop >/dev/null 2>&1 || true; fi
  if $keep || [ "$code" -gt 1 ]; then echo "Logs and data: $work" >&2; else rm -rf "$work"; fi
}
trap finish EXIT
trap 'exit 143' TERM INT HUP

missed=0 results=()
# result METRIC UNIT VALUE [GOAL MET]
result() {
  results+=("{\"metric\":\"$1\",\"unit\":\"$2\",\"ours\":$3${4:+,\"goal\":\"$4\",\"met\":$5}}")
  printf '    %-34s %s %s%s\n' "$1" "$3" "$2" "${4:+  (goal $4)}" >&2
  [ "${5:-true}" = true ] || missed=$((missed + 1))
}
# truth NAME COMMAND...: a promise that holds or not
truth() {
  local name=$1 met=true
  shift
  "$@" || met=false
  result "$name" bool "$met" true "$met"
}
since() { awk -v a="$1" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", b - a }'; }
at_most() { awk -v a="$1" -v b="$2" 'BEGIN { print a <= b ? "true" : "false" }'; }
step() { echo "$SECONDS s: $*" >&2; }
query() { query_on "$server" "$port" "$@"; }
start() { start_server "$data" "$server" "$port" "$work/log/postgres.log" -c listen_addresses=127.0.0.1; }

port="$(free_port)"
export PGBACKREST_PG1_PORT="$port"

step "a PostgreSQL $postgres_major with $rows facts"
"$postgres_bin/initdb" -D "$data" -U postgres -A trust --data-checksums -E UTF8 --locale=C.UTF-8 >/dev/null
printf "include '%s'\narchive_timeout = %ss\n" "$here/archive.conf" "$timeout" >>"$data/postgresql.conf"
start
query -d postgres -c 'create database competitoriq' >/dev/null
CIQ_DB_HOST=127.0.0.1 CIQ_DB_PORT=$port CIQ_DB_NAME=competitoriq CIQ_DB_ADMIN_USER=postgres CIQ_DB_ADMIN_PASSWORD=x \
  bash -c "${MIGRATE:?Run ./ciq restore-drill, which says how to migrate.}" >"$work/log/migrate.log" 2>&1 ||
  { tail -n 20 "$work/log/migrate.log" >&2; exit 70; }
pages=$((rows / 10)) half=$((rows / 20))
seed() { query -q -v first="$1" -v last="$2" -f "$here/seed.sql"; }
seed 1 "$half"

begin=$(date +%s.%N)
pgbackrest stanza-create
pgbackrest check
pgbackrest --type=full backup
result full_backup s "$(since "$begin")"
seed $((half + 1)) "$pages"
begin=$(date +%s.%N)
pgbackrest --type=diff backup
result differential_backup s "$(since "$begin")"
result database MiB "$(query -c "select pg_database_size('competitoriq') / 1048576")"
result repository MiB "$(du -sm "$work/repo" | cut -f1)"

# Two people sign in every moment, which is also when each row was written.
write() {
  while query -q -c "insert into gateway.audit_entry (id, workspace_id, account_id, action, address, trace_id, created_at)
      select gen_random_uuid(), id, null, 'SIGN_IN', '127.0.0.1', 'heartbeat', clock_timestamp() from gateway.workspace limit 2" >/dev/null 2>&1
  do sleep 0.1; done
}
heartbeat() { query -c "select coalesce(extract(epoch from max(created_at)), 0) from gateway.audit_entry where trace_id = 'heartbeat'"; }
write &
writer=$!
sleep 2
kill "$writer"
wait "$writer" 2>/dev/null || true
# Its last statement may still be on its way.
until [ "$(query -c "select count(*) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()")" = 0 ]; do sleep 0.1; done
query -f "$here/counts.sql" >"$work/counts.then"
audit() { CIQ_DB_HOST=127.0.0.1 CIQ_DB_PORT=$port CIQ_DB_ADMIN_PASSWORD=x bash -c "$AUDIT \"\$@\"" audit "$@"; }
if [ -n "${AUDIT:-}" ]; then audit head >"$work/head"; fi
then="$(query -c 'select clock_timestamp()')"
# refused CODE ARGUMENT...: restore.sh ends with that code and has done nothing
refused() {
  local code=$1 ended=0
  shift
  "$here/restore.sh" --yes "$@" >/dev/null 2>&1 || ended=$?
  [ "$ended" -eq "$code" ]
}
truth a_running_server_is_not_restored_over refused 75 --to latest --over
truth nor_is_a_time_without_a_zone_taken refused 64 --to '2026-11-27 14:05:00'
sleep 1
step "a mistake: a row too much, and the facts dropped"
query -q -c "insert into gateway.workspace (id, name) values (gen_random_uuid(), 'must not come back')" \
  -c 'drop table process.fact cascade' 2>/dev/null
write &
writer=$!
step "$seconds s of work go on"
sleep "$seconds"

step "kill -9 and the data directory erased"
last="$(heartbeat)"
postmaster="$(head -n 1 "$data/postmaster.pid")"
children="$(pgrep -P "$postmaster")"
kill -9 "$postmaster"
kill "$writer" 2>/dev/null || true
wait "$writer" 2>/dev/null || true
writer=''
for child in $children; do while kill -0 "$child" 2>/dev/null; do sleep 0.05; done; done
rm -rf "$data"

step "back to the latest state"
truth nor_a_time_before_the_oldest_backup refused 66 --to '2020-01-01 00:00:00+00'
begin=$(date +%s.%N)
"$here/restore.sh" --to latest --yes >&2
start
came="$(heartbeat)"
rto="$(since "$begin")"
result rto s "$rto" '<=14400' "$(at_most "$rto" 14400)"
rpo="$(awk -v a="$last" -v b="$came" 'BEGIN { printf "%.1f", (a > b) ? a - b : 0 }')"
result rpo s "$rpo" '<=3600' "$(at_most "$rpo" 3600)"

step "back to before the mistake"
"$postgres_bin/pg_ctl" -D "$data" -m fast -w stop >/dev/null
begin=$(date +%s.%N)
"$here/restore.sh" --to "$then" --over --yes >&2
start
query -c 'select count(*) from process.fact' >/dev/null
result rto_to_a_point_in_time s "$(since "$begin")"
query -f "$here/counts.sql" >"$work/counts.now"
result tables tables "$(wc -l <"$work/counts.now")"
truth every_table_has_its_rows diff "$work/counts.then" "$work/counts.now"
marker() { query -c "select count(*) from gateway.workspace where name = 'must not come back'"; }
truth the_row_too_much_is_gone [ "$(marker)" = 0 ]
begin=$(date +%s.%N)
truth what_it_says_still_stands check_database "$server" "$port" competitoriq
truth bodies_hash_to_their_name check_bodies "$server" "$port" competitoriq 500
finds_all() { query -f "$here/damage.sql" | awk -F '\t' '$3 == 0 { print "    not found: " $1 > "/dev/stderr"; blind = 1 } END { exit NR == 0 || blind }'; }
truth every_check_finds_its_fault finds_all
truth no_page_is_damaged "$postgres_bin/pg_amcheck" -h "$server" -p "$port" -U postgres --install-missing -d competitoriq
if [ -n "${AUDIT:-}" ]; then truth audit_chains_pass_the_head_saved_before audit verify "$work/head" >&2; fi
result checks s "$(since "$begin")"

step "the weekly rehearsal"
# A restored server is on a history of its own; until that is archived, the latest state is still the one with the mistake.
pgbackrest check
rehearsal() { "$here/rehearse.sh" >"$work/rehearsal.json"; }
truth a_rehearsal_beside_the_server_passes rehearsal
truth no_plain_text_is_in_the_repository bash -c "! grep -rqa 'of page ' '$work/repo'"

step "a byte of the repository changes"
truth an_undamaged_repository_is_found_whole bash -c "'$here/verify.sh' >&2"
"$postgres_bin/pg_ctl" -D "$data" -m fast -w stop >/dev/null
victim="$(find "$work/repo/backup" -type f -path '*/bundle/*' -printf '%s %p\n' | sort -n | tail -n 1 | cut -d' ' -f2)"
damaged="${victim%/bundle/*}" damaged="${damaged##*/}"
size="$(stat -c %s "$victim")"
byte="$(od -An -tu1 -j $((size / 2)) -N 1 "$victim" | tr -d ' ')"
printf "%b" "\\x$(printf %02x $((byte ^ 1)))" | dd of="$victim" bs=1 seek=$((size / 2)) conv=notrunc status=none
truth verifying_finds_it bash -c "! '$here/verify.sh' >&2"
rm -rf "$data"
refuses() {
  # Of that backup, for a later one may have a younger copy of the file; and once, for the byte does not change back.
  mkdir -m 700 "$data"
  if PGBACKREST_JOB_RETRY=0 pgbackrest --set="$damaged" restore >"$work/refusal" 2>&1; then return 1; fi
  grep -m 1 '^ERROR: .*raised from' "$work/refusal" >&2
}
truth restoring_refuses_it refuses

printf '{"bench":"restore-drill","at":"%s","archive_timeout_s":%d,"machine":{"cpus":%d,"postgresql":"%s","pgbackrest":"%s"},"rows":[%s]}\n' \
  "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$timeout" "$(nproc)" "$("$postgres_bin/postgres" --version | sed 's/[^0-9]*\([0-9.]*\).*/\1/')" \
  "$(pgbackrest version | sed 's/[^0-9]*//')" "$(IFS=,; printf %s "${results[*]}")"
[ "$missed" -eq 0 ]
