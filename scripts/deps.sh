#!/usr/bin/env bash
# Installs what is missing to build, run or test Hashiya: scripts/deps.sh [nogui|build|run|test], each with those before it;
# scripts/deps.sh bench installs what the benchmarks compare with, and nothing else.
# With apt (Debian, Ubuntu) it installs; on other systems it says what to install and ends with exit code 1.
set -euo pipefail
cd "$(dirname "$0")/.."

# One line a need: step, kind and name of what must be there, and the packages that bring it on Debian, Fedora and Arch.
#   command: on the PATH.  header: found by the C compiler.  library: found when a program starts.  file: one of some patterns.
needs='
nogui command gcc                        gcc               gcc                  gcc
nogui header  stdlib.h                   libc6-dev         glibc-devel          glibc
nogui file    /etc/ssl/certs/*           ca-certificates   ca-certificates      ca-certificates
build command pkg-config                 pkg-config        pkgconf-pkg-config   pkgconf
build header  GL/gl.h                    libgl-dev         mesa-libGL-devel     libglvnd
build header  EGL/egl.h                  libegl-dev        mesa-libEGL-devel    libglvnd
build header  X11/Xlib.h                 libx11-dev        libX11-devel         libx11
build header  X11/Xcursor/Xcursor.h      libxcursor-dev    libXcursor-devel     libxcursor
build header  X11/extensions/Xrandr.h    libxrandr-dev     libXrandr-devel      libxrandr
build header  X11/extensions/Xinerama.h  libxinerama-dev   libXinerama-devel    libxinerama
build header  X11/extensions/XInput2.h   libxi-dev         libXi-devel          libxi
build header  X11/extensions/xf86vmode.h libxxf86vm-dev    libXxf86vm-devel     libxxf86vm
build header  wayland-client.h           libwayland-dev    wayland-devel        wayland
build header  xkbcommon/xkbcommon.h      libxkbcommon-dev  libxkbcommon-devel   libxkbcommon
run   library libGL.so.1                 libgl1            libglvnd-glx         libglvnd
run   file    /usr/lib*/dri/*_dri.so|/usr/lib/*/dri/*_dri.so libgl1-mesa-dri mesa-dri-drivers mesa
test  command Xvfb                       xvfb              xorg-x11-server-Xvfb xorg-server-xvfb
test  command openbox                    openbox           openbox              openbox
test  command xdotool                    xdotool           xdotool              xdotool
test  command xclip                      xclip             xclip                xclip
test  command import                     imagemagick       ImageMagick          imagemagick
test  command setxkbmap                  x11-xkb-utils     setxkbmap            xorg-setxkbmap
test  command strace                     strace            strace               strace
bench command pkg-config                 pkg-config        pkgconf-pkg-config   pkgconf
bench file    /usr/lib*/pkgconfig/pangocairo.pc|/usr/lib/*/pkgconfig/pangocairo.pc libpango1.0-dev pango-devel pango
bench file    /usr/lib*/pkgconfig/harfbuzz.pc|/usr/lib/*/pkgconfig/harfbuzz.pc libharfbuzz-dev harfbuzz-devel harfbuzz
'

case ${1:-build} in
nogui) steps='nogui' ;;
build) steps='nogui build' ;;
run) steps='nogui build run' ;;
test) steps='nogui build run test' ;;
bench) steps='bench' ;;
*) echo "usage: scripts/deps.sh [nogui|build|run|test|bench]" >&2 && exit 2 ;;
esac

check_go() {
  local wanted found
  wanted=$(awk '$1 == "go" { print $2 }' go.mod)
  if ! command -v go >/dev/null; then
    echo "Go is not installed: take Go $wanted or newer from https://go.dev/dl and put its bin folder on the PATH" >&2
    exit 1
  fi
  found=$(go env GOVERSION 2>/dev/null || GOTOOLCHAIN=local go version | awk '{ print $3 }')
  found=${found#go}
  if [ "$(printf '%s\n' "$wanted" "$found" | sort -V | head -n 1)" != "$wanted" ]; then
    echo "Go $found is too old, $wanted is needed: install it from https://go.dev/dl, or let Go 1.21 or newer fetch it with: go env -w GOTOOLCHAIN=auto" >&2
    exit 1
  fi
}

is_there() {
  case $1 in
  command) command -v "$2" >/dev/null ;;
  header) echo "#include <$2>" | "${CC:-gcc}" -E -x c - >/dev/null 2>&1 ;;
  library) [[ $(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null) == *"$2"* ]] ;;
  file)
    local pattern
    for pattern in ${2//|/ }; do # the shell opens the patterns here; one that fits nothing stays as it is
      if [ -e "$pattern" ]; then return 0; fi
    done
    return 1
    ;;
  esac
}

# missing prints the packages of one column of needs that bring what is not there.
missing() {
  local step kind name debian fedora arch
  while read -r step kind name debian fedora arch; do
    if [[ " $steps " == *" $step "* ]] && ! is_there "$kind" "$name"; then
      echo "${!1}"
    fi
  done <<<"$needs"
}

# install_with_apt installs packages, as root or by sudo.
install_with_apt() {
  local sudo=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || tell "sudo is not here; as root: apt-get update && apt-get install --no-install-recommends $*"
    sudo=(sudo)
  fi
  echo "installing with apt: $*"
  local apt=("${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120)
  "${apt[@]}" update || echo "apt-get update failed; going on with the package lists that are here" >&2
  "${apt[@]}" install -y --no-install-recommends "$@"
}

# tell says what to install where this script does not do it itself.
tell() {
  echo "to go on, install what is missing and run make again: $*" >&2
  exit 1
}

check_go
if [ "$(uname)" = Darwin ]; then
  xcode-select -p >/dev/null 2>&1 || tell "xcode-select --install (Apple's compiler and headers)"
  exit 0
fi
if command -v apt-get >/dev/null; then
  packages=$(missing debian | sort -u)
  if [ -n "$packages" ]; then
    install_with_apt $packages
  fi
  exit 0
fi
if command -v dnf >/dev/null; then
  packages=$(missing fedora | sort -u)
  how="sudo dnf install"
elif command -v pacman >/dev/null; then
  packages=$(missing arch | sort -u)
  how="sudo pacman -S"
else
  packages=$(missing debian | sort -u)
  how="what Debian calls"
fi
if [ -n "$packages" ]; then
  tell "$how" $packages
fi
