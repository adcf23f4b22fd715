#!/usr/bin/env bash
# What is seen is what the state draws: after many keys, the picture equals that of the window drawn
# anew. The kiosk draws no frame that it takes for the one seen already; one that it took so wrongly
# would show here. Unmapping the window loses its pixels, mapping it asks for them.
#   redraw_test.sh GENPYO [KEYS]
# The keys come from a fixed seed: numbers, moves, dialogs, themes, languages, zoom.
set -euo pipefail
genpyo=$1 count=${2:-60}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

export genpyo work count
export XDG_CONFIG_HOME=$work  # as nobody has set anything
xvfb-run -a -s "-screen 0 1280x800x24" bash -euo pipefail -c '
  export LIBGL_ALWAYS_SOFTWARE=1
  "$genpyo" kiosk home_care_2018 --db "$work/keyed.db" &
  kiosk=$!
  trap "kill $kiosk 2>/dev/null || true" EXIT
  window=$(timeout 30 xdotool search --sync --onlyvisible --pid "$kiosk" | head -n 1)
  xdotool windowfocus --sync "$window"

  # The picture when it has stayed the same, and the process idle, three times one after the other.
  settled() {
    local before="" now same=0
    while [ "$same" -lt 3 ]; do
      import -window root -depth 8 "rgb:$1"
      now="$(sha256sum <"$1") $(cut -d" " -f14,15 /proc/$kiosk/stat)"
      if [ "$now" = "$before" ]; then same=$((same + 1)); else same=0; fi
      before=$now
      timeout 0.1 tail -f /dev/null || true
    done
  }
  # 0 where the window drawn anew shows what it showed.
  check() {
    settled "$work/seen"
    xdotool windowunmap --sync "$window"
    xdotool windowmap --sync "$window" windowfocus --sync "$window"
    settled "$work/anew"
    cmp -s "$work/seen" "$work/anew" && return
    echo "After $1 the window did not show what it shows drawn anew."
    exit 1
  }

  choice=(1 2 3 0 9 1 2 Return Return Return Up Down Prior Next BackSpace minus ctrl+z F1 F3 F4 F7 F10 Escape Right ctrl+l ctrl+Prior ctrl+Next a)
  RANDOM=7
  xdotool mousemove 9999 9999 key 1 1 0 0 1 Return Return
  check "opening a case"
  xdotool key 1 a b
  check "a name"
  xdotool key Left  # as many letters, signs and lines as before
  check "moving the caret"
  for ((done = 0; done < count; done += 12)); do
    keys=()
    for _ in {1..12}; do keys+=("${choice[RANDOM % ${#choice[@]}]}"); done
    xdotool key --delay 15 "${keys[@]}"
    kill -0 "$kiosk" || { echo "The kiosk has ended by itself."; exit 1; }
    check "${keys[*]}"
  done
'
echo "$count keys, each dozen as if drawn anew."
