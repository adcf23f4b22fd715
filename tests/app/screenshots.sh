#!/usr/bin/env bash
# Pictures of the real thing for README.md, made under Xvfb from the synthetic sample.
#   tests/app/screenshots.sh GENPYO FOLDER      for example build/release/app/genpyo docs/screenshots
set -euo pipefail
genpyo=$(realpath "$1")
mkdir -p "$2"
folder=$(realpath "$2")
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
"$genpyo" import home_care_2018 "$here/../../forms/home_care_2018/sample.csv" --db sample.db --operator mihon >/dev/null || [ $? -eq 1 ]
"$genpyo" print --case 11-001 --db sample.db -o "$work/sheet.pdf" >/dev/null
pdftoppm -r 70 -png -f 1 -l 1 "$work/sheet.pdf" "$work/paper" 2>/dev/null
mv "$work"/paper-1.png "$folder/paper.png"

# scene NAME LANGUAGE [SETTING=OPTION…] KEY…: starts the kiosk with these settings, presses the keys,
# takes the picture in as few colours as it needs. Each begins with the sample as it was imported;
# after keep=1 with what the scene before left.
export XDG_CONFIG_HOME=$work
scene() {
  local name=$1 language=$2
  shift 2
  if [ -z "${keep:-}" ]; then
    rm -f survey.db*
    cp sample.db survey.db
  fi
  mkdir -p genpyo
  : >genpyo/settings.yaml
  while [ $# -gt 0 ] && [[ $1 == *=* ]]; do
    echo "${1/=/: }" >>genpyo/settings.yaml
    shift
  done
  local pixels=1440x900
  [ "$dpi" -eq 96 ] || pixels=2880x1800
  xvfb-run -a -s "-noreset -screen 0 ${pixels}x24" bash -euo pipefail -c '
    export LIBGL_ALWAYS_SOFTWARE=1
    xprop -root -f RESOURCE_MANAGER 8s -set RESOURCE_MANAGER "Xft.dpi: $5"
    "$1" kiosk home_care_2018 --db "$2" --language "$3" --operator mihon &
    kiosk=$!
    trap "kill $kiosk 2>/dev/null || true" EXIT
    window=$(timeout 30 xdotool search --sync --onlyvisible --pid "$kiosk" | head -n 1)
    xdotool windowfocus --sync "$window"
    xdotool mousemove 9999 9999  # nothing is under the mouse
    picture=$4
    shift 5
    [ $# -eq 0 ] || xdotool key --delay 40 "$@"
    sleep 1.5  # the last frame is drawn when nothing happens any more
    import -window root +dither -colors 96 "PNG8:$picture"
  ' scene "$genpyo" survey.db "$language" "$folder/$name.png" "$dpi" "$@"
}
dpi=96

scene start ja
scene entry ja 0 5 minus 0 1 8 Return F8
scene entry-en en 0 2 minus 0 0 8 Return F8
scene start-en en theme=dark
scene settings ja 0 5 minus 0 1 8 Return F10 Down
scene guided ja profile=guided 0 5 minus 0 1 8 Return F4 1 1 minus 1 Return
scene doubt ja profile=guided 0 5 minus 0 1 8 Return F4 5 Return 0 Return
scene dark ja theme=dark 0 5 minus 0 1 8 Return F8
scene high-contrast-en en theme=high_contrast 0 5 minus 0 1 8 Return F8
scene legend-en en F1 Next Next Next Next
scene why ja 1 1 minus 0 0 1 Return F4 1 1 minus 1 Return F3
scene history ja 0 5 minus 0 1 8 Return F4 5 Return 4 Return F4 5 Return F6
scene form ja F7 1 1 minus 1
scene absent ja 1 1 minus 0 0 2 Return Next ctrl+Delete Prior

# The survey office.
scene progress ja F4 Down Down
scene progress-en en theme=high_contrast F4
scene tables ja F5 Down Return Return
scene tables-chart ja F5 End Up Up Up Up Up Up Return
scene tables-dark-en en theme=dark F5 Down Down Down Down Down Down Down Down Down Return
scene coding ja F6 1 3
keep=1 scene coding-compare ja F6 2 Return Tab 2 3 Return 1 Return Tab

# The same on a fine screen, 2×.
dpi=192
scene entry-2x ja 0 5 minus 0 1 8 Return F8
scene high-contrast-en-2x en theme=high_contrast 0 5 minus 0 1 8 Return F8
