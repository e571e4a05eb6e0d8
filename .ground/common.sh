# Shared by play and tests/run: packages and the release build. Sourced by bash with `root` set
# to the top of the repository. All it says goes to standard error: standard output is the
# viewer's. Standard input is expected on descriptor 3, with /dev/null in its place.

say() {
    printf '%s\n' "$*" >&2
}

# ground_packages KIND... : the names of those kinds, one a line.
ground_packages() {
    local kind
    for kind in "$@"; do
        sed -n "s/^$kind  *//p" "$root/.ground/packages"
    done
}

# ground_missing NAME... : those that are not installed, one a line.
ground_missing() {
    { dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true; } |
        sed -n 's/^installed //p' | sort -u |
        comm -13 - <(printf '%s\n' "$@" | sort -u)
}

# apt_run ARGUMENT... : apt-get as root, never asking anything.
apt_run() {
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        as_root=(sudo)
    fi
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y \
        -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 "$@"
}

# apt_size NAME... : what apt-get says the installation takes; nothing when its lists are absent.
apt_size() {
    { LC_ALL=C apt-get install --assume-no --no-install-recommends "$@" 2>/dev/null || true; } |
        sed -nE -e 's,^Need to get (.*/)?([0-9.,]+ [kMG]?B) of archives.*,\2 to download,p' \
            -e 's,^After this operation\, (.*) of additional disk space.*,\1 on disk,p' |
        paste -sd ';' | sed 's/;/, /'
}

# Ends the script: what to type, since we may not or cannot install.
ground_explain() {
    say "Type this once, then start again:"
    say "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
    exit 2
}

# ground_install KIND... : asks once on a terminal and installs what is missing; as root without
# a terminal it does not ask.
ground_install() {
    local missing size answer log="$root/build/packages.log"
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        return 0 # not Debian: meson tells what it does not find
    fi
    mapfile -t missing < <(ground_packages "$@")
    mapfile -t missing < <(ground_missing "${missing[@]}")
    if [ "${#missing[@]}" -eq 0 ]; then
        return 0
    fi
    if [ "$(id -u)" -eq 0 ] && ! apt-cache show "${missing[@]}" >/dev/null 2>&1; then
        say "Fetching the lists of packages ..."
        apt_run update >"$log" 2>&1 || true # installing says what is wrong
    fi
    size=$(apt_size "${missing[@]}")
    say "Lantern needs these packages (${size:-at most 820 MB on disk}):"
    printf '%s\n' "${missing[*]}" | fold -s -w 78 | sed 's/^/  /' >&2
    if [ -t 3 ] && [ -t 2 ]; then
        if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
            ground_explain "${missing[@]}"
        fi
        printf 'Install them now? [Y/n] ' >&2
        read -r answer <&3 || answer=n
        case "$answer" in
        '' | [yY] | [yY][eE][sS]) ;;
        *) ground_explain "${missing[@]}" ;;
        esac
    elif [ "$(id -u)" -ne 0 ]; then
        ground_explain "${missing[@]}"
    fi
    say "Installing ..."
    if ! apt_run install --no-install-recommends "${missing[@]}" >"$log" 2>&1; then
        # Lists grow old: fetch them and try once more.
        apt_run update >>"$log" 2>&1 || true
        if ! apt_run install --no-install-recommends "${missing[@]}" >>"$log" 2>&1; then
            tail -n 20 "$log" >&2
            say "The packages could not be installed; all of it is in $log."
            exit 1
        fi
    fi
}

# ground_ninja FOLDER WHAT [TARGET...] : builds, with one line of progress on standard error.
ground_ninja() {
    local folder=$1 what=$2 log="$1/build.log" line shown=false
    if NINJA_STATUS='%p ' ninja -C "$folder" "${@:3}" 2>&1 | tee "$log" | while read -r line; do
        case "$line" in
        [0-9]*%\ *)
            if [ -t 2 ]; then
                printf '\r%s: %s ' "$what" "${line%%[ ]*}" >&2
            elif ! $shown; then
                say "$what ..."
            fi
            shown=true
            ;;
        esac
    done; then
        if [ -t 2 ]; then
            printf '\r\033[K' >&2
        fi
        return 0
    fi
    grep -v -e '^ *[0-9]*% ' -e '^cc ' "$log" | tail -n 40 >&2
    say "$what: failed; all of it is in $log"
    return 1
}

# ground_configure FOLDER OPTION... : meson setup, once, and anew where the tree was moved or the
# options have changed.
ground_configure() {
    local folder=$1 stamp="$root $*"
    shift
    if [ -f "$folder/build.ninja" ] && [ "$(cat "$folder/.ground" 2>/dev/null)" = "$stamp" ]; then
        return 0
    fi
    mkdir -p "$folder"
    if [ -f "$folder/build.ninja" ]; then
        # Older answers are kept by meson unless its private folder goes.
        rm -r -- "$folder/meson-private" "$folder/build.ninja"
    fi
    if ! meson setup "$folder" "$root" "$@" >"$folder/setup.log" 2>&1; then
        tail -n 20 "$folder/setup.log" >&2
        say "meson setup failed; all of it is in $folder/setup.log"
        return 1
    fi
    printf '%s\n' "$stamp" >"$folder/.ground"
}

# ground_release : what is needed to play is installed, build/release is up to date.
ground_release() {
    local folder="$root/build/release"
    mkdir -p "$root/build"
    exec 9>"$root/build/.release.lock"
    flock 9
    if ! cmp -s "$root/.ground/packages" "$folder/.packages"; then
        ground_install play
    fi
    ground_configure "$folder" --buildtype=release -Dwerror=false -Dtests=disabled || return
    ground_ninja "$folder" "Building Lantern" || return
    cmp -s "$root/.ground/packages" "$folder/.packages" ||
        cp "$root/.ground/packages" "$folder/.packages"
    exec 9>&-
}
