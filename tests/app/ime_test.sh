#!/usr/bin/env bash
# 日本語 typed by its reading through fcitx5 and anthy into the real window: what the input method
# commits arrives in order, its BackSpace and Enter stay with it, and the next Enter is ours. Then
# fcitx5 is killed in the middle of a reading: keys are keys at once, and read again when it is back.
#   ime_test.sh GENPYO PICTURE
# Exit status 77 = it cannot be run here, with the reason. The packages are installed where that
# is allowed (root and apt).
set -euo pipefail
genpyo=$1 picture=$2
here=$(dirname "$(realpath "$0")")
. "$here/../support/packages.sh"

skip() { echo "Skipped: $1"; exit 77; }
packages=(fcitx5 fcitx5-anthy dbus dbus-x11 xdotool xvfb xauth imagemagick)
[ "$(id -u)" -eq 0 ] || dpkg-query -W "${packages[@]}" >/dev/null 2>&1 || skip "fcitx5 and fcitx5-anthy are not installed, and only root may install them"
install_missing "${packages[@]}" >/dev/null 2>&1 || skip "apt cannot install ${packages[*]}"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 700 "$work"
export HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_RUNTIME_DIR=$work
export XMODIFIERS=@im=fcitx LC_ALL=C.UTF-8 LIBGL_ALWAYS_SOFTWARE=1
mkdir -p "$XDG_CONFIG_HOME/fcitx5"
cat >"$XDG_CONFIG_HOME/fcitx5/profile" <<'PROFILE'
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=anthy

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=anthy
Layout=

[GroupOrder]
0=Default
PROFILE
cat >"$work/form.yaml" <<'FORM'
form_id: reading
version: "1"
title: {ja: 読みで書く, en: Written by reading}
survey:
  - section: one
    label: {ja: 一, en: One}
    items:
      - {name: first, type: text, number: 問1, label: {ja: 特徴, en: Features}, paper: {lines: 3}}
      - {name: second, type: integer, number: 問2, label: {ja: 日数, en: Days}}
      - {name: third, type: text, number: 問3, label: {ja: 場所, en: Place}}
      - {name: fourth, type: integer, number: 問4, label: {ja: 人数, en: People}}
      - {name: fifth, type: text, number: 問5, label: {ja: 備考, en: Remarks}}
      - {name: sixth, type: text, number: 問6, label: {ja: 名称, en: Name}}
FORM

export genpyo picture work
xvfb-run -a -s "-screen 0 1600x1000x24" dbus-run-session -- bash -euo pipefail -c '
  skip() { echo "Skipped: $1"; exit 77; }
  # wait_for COMMAND…: 20 s at most.
  wait_for() { for _ in $(seq 200); do "$@" >/dev/null 2>&1 && return 0; sleep 0.1; done; return 1; }
  start_fcitx() { fcitx5 --disable=wayland,waylandim >>"$work/fcitx.log" 2>&1 & fcitx=$!; }
  start_fcitx
  kiosk=
  trap "kill \$fcitx \$kiosk 2>/dev/null; wait" EXIT
  # Asking fcitx5 itself would make dbus start a second one.
  has_name() {
    dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
      org.freedesktop.DBus.NameHasOwner string:org.fcitx.Fcitx5 | grep -q "boolean true"
  }
  wait_for has_name || skip "fcitx5 does not start: $(tail -n 1 "$work/fcitx.log")"

  "$genpyo" kiosk "$work/form.yaml" --db "$work/keyed.db" --operator mihon &
  kiosk=$!
  window=$(timeout 30 xdotool search --sync --onlyvisible --pid "$kiosk" | head -n 1)
  xdotool windowfocus --sync "$window"
  kept() {
    "$genpyo" export --db "$work/keyed.db" --all --format csv -o "$work/out" && grep "$1" "$work/out/reading.csv"
  }
  press() { xdotool key --delay 80 "$@"; }
  press 1 1 minus 0 0 1 Return
  fcitx5-remote -s anthy
  is_on() { fcitx5-remote -s anthy; fcitx5-remote -o; [ "$(fcitx5-remote)" = 2 ] && [ "$(fcitx5-remote -n)" = anthy ]; }
  wait_for is_on || skip "fcitx5 does not switch anthy on: $(fcitx5-remote -n)"

  # A letter too many is erased within the reading; space converts, Enter takes the conversion.
  press n i h o n n g o k BackSpace space
  sleep 1; import -window root "$work/converting.png"
  press Return
  press n i h o n n g o space Return     # a second time: nothing is out of order
  press Return                           # ours: accepts and goes on
  press 1 2 Return Return                # full-width digits in a figure; Enter takes them, then is ours
  wait_for kept "日本語日本語,,12,"      # or switching off would throw the reading away
  is_off() { fcitx5-remote -c; [ "$(fcitx5-remote)" = 1 ]; }
  wait_for is_off
  xdotool key --delay 12 a b b BackSpace BackSpace c Return  # the input method is off: keys are keys
  wait_for kept "日本語日本語,,12,ac," || true
  sleep 0.5
  import -window root "$work/after.png"
  convert "$work/converting.png" "$work/after.png" -append "$picture"

  wait_for is_on
  press 7                                # in full width, and in the hands of the input method
  kill -KILL "$fcitx"
  wait "$fcitx" || true                  # what it takes while it dies goes with its reading
  xdotool key --delay 5 3 4 Return a b c d Return  # before anybody can have noticed
  wait_for kept "日本語日本語,,12,ac,,34,abcd," || true
  kill -0 "$kiosk" || { echo "The program died with the input method."; exit 1; }
  has_no_name() { ! has_name; }
  wait_for has_no_name
  start_fcitx
  wait_for has_name
  press x BackSpace                      # the key at which it is found again
  wait_for is_on || { echo "The program does not find the input method again."; exit 1; }
  press n i h o n n g o space Return Return
  wait_for kept "abcd,,日本語," || true
  kill "$kiosk"; wait "$kiosk" || true
'
"$genpyo" audit --db "$work/keyed.db"
"$genpyo" export --db "$work/keyed.db" --all --format csv -o "$work/out" >/dev/null
cat "$work/out/reading.csv"
grep -q '日本語日本語,,12,ac,' "$work/out/reading.csv" || { echo "What was typed by its reading did not arrive."; exit 1; }
grep -q 'ac,,34,abcd,,日本語,' "$work/out/reading.csv" || { echo "What was typed while the input method was gone, or when it was back, did not arrive."; exit 1; }
