#!/bin/sh
# Waits until the launcher's end of the pipe closes, then ends what the launcher could not: every
# process that has a file in the folder given as the first argument at that moment.
run=$1
trap '' INT TERM HUP
cat >/dev/null

left=
for file in "$run"/*.pid; do
  [ -f "$file" ] || continue
  read -r pid <"$file" || continue
  name=${file##*/}
  left="$left ${name%.pid}:$pid"
done

for entry in $left; do
  case $entry in
    launcher:*) ;;
    postgres:*) kill -INT "${entry#*:}" ;; # fast shutdown; TERM would wait for clients
    *) kill -TERM "${entry#*:}" ;;
  esac
done

[ -z "$left" ] || sleep 5

for entry in $left; do
  case $entry in
    launcher:* | postgres:*) ;;
    *) kill -KILL "${entry#*:}" ;;
  esac
done
