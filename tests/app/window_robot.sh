#!/usr/bin/env bash
# A robot keys sheets of the sample through the real window with the numeric keypad alone, one after
# the other, and closes each; then what `export` prints must equal the export of the same sheets
# imported from CSV.
#   window_robot.sh GENPYO ROBOT_KEYS PICTURE [SHEETS] [DELAY_MS]
# All of it: for ms in 5 12 40; do window_robot.sh … robot.png 20 $ms; done (four minutes).
set -euo pipefail
genpyo=$1 robot_keys=$2 picture=$3 sheets=${4:-20} delay=${5:-12}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$robot_keys" "$sheets" "$work/keyed.csv" >"$work/keys"
# The same sheets without a window; findings (exit 1) are of no matter here.
"$genpyo" import home_care_2018 "$work/keyed.csv" --db "$work/expected.db" >/dev/null || [ $? -eq 1 ]
"$genpyo" export --db "$work/expected.db" --format csv -o "$work/expected" >/dev/null
rows=$(($(wc -l <"$work/expected/home_care_2018.csv") - 1))
[ "$rows" -eq "$sheets" ] || { echo "$rows of $sheets sheets are closed by the import."; exit 1; }

export genpyo work picture delay
export XDG_CONFIG_HOME=$work  # as nobody has set anything
xvfb-run -a -s "-screen 0 1600x1000x24" bash -euo pipefail -c '
  export LIBGL_ALWAYS_SOFTWARE=1
  "$genpyo" kiosk home_care_2018 --db "$work/keyed.db" &
  kiosk=$!
  trap "kill $kiosk 2>/dev/null || true" EXIT
  window=$(timeout 30 xdotool search --sync --onlyvisible --pid "$kiosk" | head -n 1)
  xdotool windowfocus --sync "$window"
  mapfile -t keys <"$work/keys"
  xdotool key --delay "$delay" "${keys[@]}"
  # The last keys may still wait for the disk: the export agrees within 60 s, or never.
  for _ in $(seq 120); do
    "$genpyo" export --db "$work/keyed.db" --format csv -o "$work/actual" >/dev/null 2>&1 || true
    cmp -s "$work/expected/home_care_2018.csv" "$work/actual/home_care_2018.csv" && break
    kill -0 "$kiosk" || { echo "The kiosk has ended by itself."; exit 1; }
    sleep 0.5
  done
  import -window root "$picture"
'
if ! diff "$work/expected/home_care_2018.csv" "$work/actual/home_care_2018.csv"; then
  echo "What was keyed through the window is not what export prints."
  exit 1
fi
"$genpyo" audit --db "$work/keyed.db"
echo "$sheets sheets, $(wc -l <"$work/keys") keys at $delay ms, export equal."
