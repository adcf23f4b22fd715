#!/usr/bin/env bash
# A robot keys a whole sheet through the real window with the numeric keypad at 12 ms a key; then
# what `export` prints must equal the export of the same sheet imported from CSV.
#   window_robot.sh GENPYO ROBOT_KEYS PICTURE [CASE] [DELAY_MS]
set -euo pipefail
genpyo=$1 robot_keys=$2 picture=$3 case_id=${4:-11-001} delay=${5:-12}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$robot_keys" "$case_id" "$work/keyed.csv" >"$work/keys"
# The same sheet without a window; findings (exit 1) are of no matter here.
"$genpyo" import home_care_2018 "$work/keyed.csv" --db "$work/expected.db" --no-close >/dev/null || [ $? -eq 1 ]
"$genpyo" export --db "$work/expected.db" --all --format csv -o "$work/expected" >/dev/null

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
  # The window draws when it has done all keys: wait for the export to agree, 20 s at most.
  for _ in $(seq 100); do
    "$genpyo" export --db "$work/keyed.db" --all --format csv -o "$work/actual" >/dev/null 2>&1 || true
    cmp -s "$work/expected/home_care_2018.csv" "$work/actual/home_care_2018.csv" && break
    sleep 0.2
  done
  import -window root "$picture"
'
if ! diff "$work/expected/home_care_2018.csv" "$work/actual/home_care_2018.csv"; then
  echo "What was keyed through the window is not what export prints."
  exit 1
fi
"$genpyo" audit --db "$work/keyed.db"
echo "$(wc -l <"$work/keys") keys at $delay ms, export equal."
