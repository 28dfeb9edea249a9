# Sourced by the scripts beside it: the newest PostgreSQL here that pgBackRest knows, and what is looked at after a restore.
# shellcheck shell=bash

postgres_bin="${POSTGRES_BIN:-$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -t/ -k5n | tail -n 1)}"
recovery="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

need_programs() {
  local program
  for program in "$@"; do
    command -v "$program" >/dev/null || { echo "$program was not found: install it (apt-get install $program)." >&2; exit 69; }
  done
  [ -x "$postgres_bin/postgres" ] ||
    { echo "No PostgreSQL server was found in /usr/lib/postgresql: install one (apt-get install postgresql) or set POSTGRES_BIN." >&2; exit 69; }
  # shellcheck disable=SC2034 # for those who source this
  postgres_major="$("$postgres_bin/postgres" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')"
}

free_port() {
  local port
  while :; do
    port=$((RANDOM % 10000 + 20000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

# start_server DATA SOCKETS PORT LOG [OPTION...]: comes back when recovery is over
start_server() {
  local data=$1 sockets=$2 port=$3 log=$4
  shift 4
  "$postgres_bin/pg_ctl" -D "$data" -l "$log" -W -o "-p $port -c unix_socket_directories='$sockets' -c hot_standby=off $*" start >/dev/null
  sleep 0.2 # for its pid file
  until "$postgres_bin/pg_isready" -q -h "$sockets" -p "$port"; do
    "$postgres_bin/pg_ctl" -D "$data" status >/dev/null || { tail -n 20 "$log" >&2; return 1; }
    sleep 0.1
  done
}

# query_on SOCKETS PORT ARGUMENT...
query_on() {
  local sockets=$1 port=$2
  shift 2
  PGOPTIONS='-c statement_timeout=0' psql -X -At -v ON_ERROR_STOP=1 -h "$sockets" -p "$port" -U postgres -d competitoriq "$@"
}

# check_database SOCKETS PORT DATABASE: prints every check; false when one found something
check_database() {
  local report
  report="$(query_on "$1" "$2" -d "$3" -f "$recovery/check.sql")" || return 1
  awk -F '\t' '{ printf "    %-50s %9d looked at, %d wrong\n", $1, $2, $3 }' <<<"$report" >&2
  awk -F '\t' '$3 != 0 { bad = 1 } END { exit NR == 0 || bad }' <<<"$report"
}

# check_bodies SOCKETS PORT DATABASE N: N stored bodies, spread over all, are unpacked and hashed
check_bodies() {
  local hash body wrong=0 seen=0
  while IFS=$'\t' read -r hash body; do
    seen=$((seen + 1))
    [ "$(base64 -d <<<"$body" | zstd -dcq | sha256sum | cut -d' ' -f1)" = "$hash" ] || wrong=$((wrong + 1))
  done < <(query_on "$1" "$2" -d "$3" -F $'\t' -c "select sha256, translate(encode(body, 'base64'), E'\n', '') from
      (select *, row_number() over (order by sha256) as n, count(*) over () as all_of_them from blobs.blob) b
      where (n - 1) % greatest(1, all_of_them / $4) = 0 limit $4")
  echo "    $seen bodies unpacked and hashed, $wrong wrong" >&2
  [ "$wrong" -eq 0 ]
}
