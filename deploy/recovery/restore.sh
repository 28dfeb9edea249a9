#!/usr/bin/env bash
# Restores the database from the pgBackRest repository, on the machine of the server, as its user (postgres).
#   restore.sh --to latest                        everything that was archived
#   restore.sh --to '2026-11-27 14:05:00+00'      as it was then
#   restore.sh ... --dry-run                      says what it would do
#   restore.sh ... --over                         writes over a data directory that is there (only what differs)
#   restore.sh ... --yes                          does not ask
# It never touches a running server and never starts one: what comes next is printed at the end.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
die() { local code=$1; shift; printf '%s\n' "$*" >&2; exit "$code"; }
help() { sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; }

to='' dry=false over=false yes=false
while [ $# -gt 0 ]; do
  case $1 in
    --to) [ $# -gt 1 ] || die 64 "Say to which time: --to latest or --to 'TIME'."; to=$2; shift ;;
    --dry-run) dry=true ;;
    --over) over=true ;;
    --yes) yes=true ;;
    --help | -h) help; exit 0 ;;
    *) die 64 "restore.sh does not know $1: see restore.sh --help." ;;
  esac
  shift
done
[ -n "$to" ] || die 64 "Say to which time: --to latest or --to '2026-11-27 14:05:00+00'."
[ "$(id -u)" -ne 0 ] || die 77 "Run it as the server's user, not as root: sudo -u postgres ${BASH_SOURCE[0]} ..."
export PGBACKREST_STANZA="${PGBACKREST_STANZA:-competitoriq}"
configuration="${PGBACKREST_CONFIG:-/etc/pgbackrest/pgbackrest.conf}"
data="${PGBACKREST_PG1_PATH:-$(sed -n 's/^pg1-path=//p' "$configuration" 2>/dev/null | head -n 1 || true)}"
[ -n "$data" ] || die 78 "No pg1-path in $configuration: say where the data directory is."

# A time without a zone is the server's, which nobody knows in the night.
target=''
if [ "$to" != latest ]; then
  [[ $to =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}[\ T][0-9:.]+(Z|[+-][0-9:]+)$ ]] || die 64 "Say the time with its zone: --to '2026-11-27 14:05:00+00'. Got: $to."
  target="$(date -u -d "$to" +%s)" || die 64 "$to is no time."
  [ "$target" -le "$(date +%s)" ] || die 64 "$to has not come yet."
fi

if [ -e "$data/postmaster.pid" ]; then
  pid="$(head -n 1 "$data/postmaster.pid")"
  if kill -0 "$pid" 2>/dev/null || [ -d "/proc/$pid" ]; then
    die 75 "A server (process $pid) runs on $data: stop the services, then the server, then restore."
  fi
fi
if [ -n "$(ls -A "$data" 2>/dev/null)" ] && ! $over; then
  die 73 "$data is not empty: move it aside (it may still be of use), or say --over to write over it."
fi

info="$(pgbackrest info --output=json)" || die 69 "The repository cannot be read: see $configuration and the passphrase."
starts="$(grep -o '"start":[0-9]*,"stop":[0-9]*' <<<"$info" | sed 's/[^0-9,]//g' || true)"
[ -n "$starts" ] ||
  die 66 "No backup can be read ($(grep -o '"message":"[^"]*"' <<<"$info" | cut -d'"' -f4 | sort -u | paste -sd' ')): look at the path and the passphrase of the repository."
oldest="$(head -n 1 <<<"$starts" | cut -d, -f2)"
if [ -n "$target" ] && [ "$target" -lt "$oldest" ]; then
  die 66 "The oldest backup ended at $(date -u -d "@$oldest" +%FT%TZ), after $to: there is no way back that far."
fi

arguments=(restore)
if [ -n "$target" ]; then arguments+=(--type=time "--target=$to" --target-action=promote); fi
if $over; then arguments+=(--delta); fi
cat >&2 <<TEXT
Restores       $PGBACKREST_STANZA, $(wc -l <<<"$starts") backups, the newest of $(date -u -d "@$(tail -n 1 <<<"$starts" | cut -d, -f2)" +%FT%TZ)
into           $data$($over && printf ', over what is there')
as it was      $to
with           pgbackrest ${arguments[*]}
TEXT
if $dry; then exit 0; fi
if ! $yes; then
  read -r -p "Type the name $PGBACKREST_STANZA to go on: " answer
  [ "$answer" = "$PGBACKREST_STANZA" ] || die 75 "Nothing was done."
fi
mkdir -p "$data"
chmod 700 "$data"
pgbackrest "${arguments[@]}"
cat >&2 <<TEXT
Restored. Now start the server, wait until it takes writes, and look through what it has:
  psql -d competitoriq -f $here/check.sql
Make a full backup of it, for it is on a history of its own from here on: pgbackrest --type=full backup
Then empty Redis (redis-cli FLUSHDB) and start the services: workers make their tickets anew from the ledger.
TEXT
