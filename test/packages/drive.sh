#!/bin/sh
# drive.sh FOLDER: an officer's first hour with the installed program, on a private screen with a keyring of its own. Every
# line that a check looks for is said; what is said goes to standard output.
set -eu
cd "$1"
printf 'throw-away' | gnome-keyring-daemon --unlock --components=secrets > /dev/null
say() { printf '== %s\n' "$*"; }

say version
custodian --version
say doctor
custodian doctor
say tenant
custodian sandbox start > sandbox.log 2>&1 & serving=$!
for _ in $(seq 200); do grep -q http sandbox.log && break; sleep 0.1; done
custodian tenant add --name Rehearsal --domain rehearsal.example --custom-domain id.rehearsal.example --endpoint sandbox
custodian key list Rehearsal
say publish
custodian publish push Rehearsal --yes
custodian publish verify Rehearsal
say export
custodian export Rehearsal --format cer --out current.cer
custodian inspect current.cer
say pipe
custodian tenant list --json | head -c 1
echo
say interrupted
kill -TERM $serving
wait $serving && echo 'served and ended with 0' || echo "served and ended with $?"
say lock
printf 'correct horse battery' > passphrase
custodian passphrase set --passphrase-file passphrase
custodian key generate Rehearsal > locked.log 2>&1 && echo 'made a key while locked' || tail -n 1 locked.log
custodian unlock --minutes 5 --passphrase-file passphrase
custodian passphrase show
custodian lock
now() { date +%s%3N; }
for command in --version 'key list Rehearsal'; do
  start=$(now)
  custodian $command > /dev/null
  echo "custodian $command: $(($(now) - start)) ms"
done > figures
say window
Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3> display 2> /dev/null & screen=$!
for _ in $(seq 100); do [ -s display ] && break; sleep 0.1; done
DISPLAY=:$(cat display)
export DISPLAY
start=$(now)
key-custodian > window.log 2>&1 & window=$!
for _ in $(seq 1500); do xdotool search --onlyvisible --class 'Key Custodian' > windows 2> /dev/null && break; sleep 0.02; done
shown=$(($(now) - start))
id=$(head -n 1 windows)
echo "title: $(xdotool getwindowname "$id")"
renderer=$(pgrep -f -- '--type=renderer' | head -n 1)
grep Seccomp: "/proc/$renderer/status"
[ "$(readlink "/proc/$renderer/ns/pid")" = "$(readlink "/proc/$window/ns/pid")" ] || echo "renderer in a world of its own"
say figures
cat figures
echo "window: $shown ms"
# What is shared with others is not counted; of a sandboxed process nobody but root may learn how it is shared.
own=$(pgrep -f '(^|/)key-custodian( |$)' | sed 's,.*,/proc/&/status,' | xargs cat 2> /dev/null | awk '/^RssAnon:/ { sum += $2 } END { printf "%d", sum / 1024 }')
echo "memory of its own, all processes: $own MiB"
say file
key-custodian "$PWD/current.cer" > second.log 2>&1 && echo "the second start ended with 0"
for _ in $(seq 100); do xdotool getwindowname "$id" | grep -q "What is this file" && break; sleep 0.1; done
echo "title: $(xdotool getwindowname "$id")"
import -window root picture.png || true
kill -TERM $window
wait $window && echo "the window ended with 0" || echo "the window ended with $?"
say notices
zcat /usr/share/doc/key-custodian/THIRD-PARTY-NOTICES.txt.gz | grep -E '^(@github/keytar|react) '
# As if a newer version had written it: the version of the schema stands in four octets of the file.
say newer
cp "$HOME/.local/share/key-custodian/registry.db" registry.db
printf '\000\001\206\237' | dd of="$HOME/.local/share/key-custodian/registry.db" bs=1 seek=60 conv=notrunc 2> /dev/null
custodian tenant list 2>&1 || echo "ended with $?"
custodian update check --from current.cer 2>&1 || echo "ended with $?"
key-custodian > newer.log 2>&1 & window=$!
for _ in $(seq 300); do xdotool search --onlyvisible --name '^Error$' > windows 2> /dev/null && break; sleep 0.1; done
echo "title: $(xdotool getwindowname "$(head -n 1 windows)")"
# While a box of the system is open, nothing else is heard.
kill -KILL $window
wait $window || true
cp registry.db "$HOME/.local/share/key-custodian/registry.db"
kill $screen
