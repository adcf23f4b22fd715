#!/usr/bin/env bash
# A clerk signs in to the real kiosk by the keypad, tries to leave without a PIN, keys on, locks and
# unlocks, and leaves with his PIN: what was keyed after the first try must be in the export.
#   kiosk_robot.sh GENPYO
set -euo pipefail
genpyo=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo 1234 | "$genpyo" operators add 佐藤 --db "$work/keyed.db"

export genpyo work
xvfb-run -a -s "-screen 0 1280x800x24" bash -euo pipefail -c '
  export LIBGL_ALWAYS_SOFTWARE=1
  "$genpyo" kiosk home_care_2018 --kiosk --db "$work/keyed.db" &
  kiosk=$!
  trap "kill $kiosk 2>/dev/null || true" EXIT
  window=$(timeout 30 xdotool search --sync --onlyvisible --pid "$kiosk" | head -n 1)
  xdotool windowfocus --sync "$window"
  xdotool getwindowgeometry "$window" >"$work/geometry"
  pin="KP_1 KP_2 KP_3 KP_4 KP_Enter"
  xdotool key --delay 12 $pin \
    KP_1 KP_1 KP_0 KP_0 KP_1 KP_Enter \
    ctrl+q Escape F12 Escape Escape KP_2 KP_Decimal $pin \
    KP_2 \
    ctrl+q $pin
  wait "$kiosk"
  trap - EXIT
'
grep -q 'Geometry: 1280x800' "$work/geometry" || { echo "The kiosk is not the whole screen."; exit 1; }
"$genpyo" export --db "$work/keyed.db" --all -o "$work" >/dev/null
# case_id, organization, region, facility_type: the 2 that was keyed last
if ! grep -q '^11-001,11,11,2,' "$work/home_care_2018.csv"; then
  echo "What was keyed after the first try to leave is not there."
  exit 1
fi
"$genpyo" audit --db "$work/keyed.db"
