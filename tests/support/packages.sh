# The Debian 12 packages that Genpyo needs, and how the missing ones are installed. Sourced by
# ./run and ./check.
build_packages=(
  g++ cmake ninja-build pkg-config ccache
  libimgui-dev libglfw3-dev libgl-dev libopengl-dev libglx-dev libx11-dev libgl1-mesa-dri
  libasound2-dev libfreetype-dev libicu-dev libyaml-cpp-dev libqrencode-dev libsodium-dev libgcrypt20-dev libboost-dev
  libsqlitecpp-dev libsqlite3-dev libhpdf-dev nlohmann-json3-dev libsimdjson-dev libcli11-dev
  libharfbuzz-dev zlib1g-dev libxlsxwriter-dev libreadstat-dev fonts-ipaexfont-gothic fonts-migmix
)
test_packages=(catch2 xvfb xauth xdotool x11-utils imagemagick poppler-utils qpdf python3-openpyxl)

# Installs those of the packages that are missing; says which. Does nothing when none is.
install_missing() {
  local missing=() package
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "Installing with apt: ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Not root and no sudo: install these packages as root, then run this again." >&2; return 1; }
    as_root=(sudo)
  fi
  # An old or empty package list is the usual reason for a failure: fetch it once, then try.
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
