#!/usr/bin/env bash
# What `cmake --install` puts in place works from any folder, with its own data.
#   install_test.sh BUILD_FOLDER
set -euo pipefail
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
cmake --install "$1" --prefix "$prefix" >/dev/null
cd /
"$prefix/bin/genpyo" check home_care_2018
"$prefix/bin/genpyo" print home_care_2018 --blank -o "$prefix/blank.pdf" >/dev/null
test -s "$prefix/blank.pdf"
# It reads the installed form and no other: a fault planted there is found.
echo 'planted: fault' >>"$prefix/share/genpyo/forms/home_care_2018/form.yaml"
said=$("$prefix/bin/genpyo" check home_care_2018 2>&1) && { echo "The installed form is not the one that is read."; exit 1; }
grep -q 'FORM-002: .*"planted"' <<<"$said"
