# What the launchers share; a launcher says its name in $launcher and where the checkout is in $root.
# shellcheck shell=sh

fail() {
  echo "$launcher: $1" >&2
  exit 1
}

# The feature release of the JDK in a folder, or nothing.
release_of() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || true
}

# Sets java_home to the folder of a JDK 25 or newer.
find_java() {
  [ -z "${WEBNN_JAVA_HOME:-}" ] || [ -x "$WEBNN_JAVA_HOME/bin/java" ] ||
    fail "WEBNN_JAVA_HOME is $WEBNN_JAVA_HOME, where there is no bin/java"
  on_path=$(readlink -f -- "$(command -v java 2>/dev/null || true)" 2>/dev/null || true)
  for home in "${WEBNN_JAVA_HOME:-}" "${JAVA_HOME:-}" "${on_path%/bin/java}" /usr/lib/jvm/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$home" ] && [ -x "$home/bin/java" ] || continue
    release=$(release_of "$home")
    if [ "${release:-0}" -ge 25 ]; then
      java_home=$home
      return
    fi
    [ "$home" != "${WEBNN_JAVA_HOME:-}" ] ||
      fail "WEBNN_JAVA_HOME is Java ${release:-of an unknown release}; JDK 25 or newer is needed"
  done
  fail "no JDK 25 or newer found; install one, or set WEBNN_JAVA_HOME to its folder"
}

# Builds the module $1 with those it needs, which are the others, if a source is newer than $built.
build_if_needed() {
  module=$1
  needs_build "$@" || return 0
  command -v mvn >/dev/null 2>&1 || fail "building needs Maven (mvn), which is not on the path; install it"
  echo "$launcher: building (the first time takes a few minutes) ..." >&2
  log=$(mktemp)
  # Maven runs on whatever it finds; the toolchains plugin then finds the JDK for the sources.
  if ! (cd "$root" && JAVA_HOME=${JAVA_HOME:-$java_home} mvn -B -q -Dmaven.test.skip=true -Dformat.skip=true \
    -pl "$module" -am package) >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    fail "the build failed; its messages are above"
  fi
  rm -f "$log"
  touch "$built"
}

needs_build() {
  [ -e "$built" ] || return 0
  for module_name in "$@"; do
    [ -z "$(find "$root/pom.xml" "$root/$module_name" -path '*/target' -prune -o \
      \( -path '*/src/main/*' -o -name pom.xml \) -type f -newer "$built" -print 2>/dev/null | head -n 1)" ] ||
      return 0
  done
  return 1
}
