# For integration scripts: each case says `ok` or `not ok` on a line of its own.
#   . "$LANTERN_TESTS/integration/lib/tap.sh"

tap_failed=0

ok() {
    printf 'ok %s\n' "$*"
}

# not_ok NAME [FILE...] : the files are shown beneath, up to 40 lines each.
not_ok() {
    local file
    printf 'not ok %s\n' "$1"
    shift
    for file in "$@"; do
        [ -f "$file" ] && head -n 40 "$file" | sed "s|^|# ${file##*/}: |"
    done
    tap_failed=1
}

# check NAME COMMAND... : ok when the command succeeds; its output is shown when it does not.
check() {
    local name=$1 out
    shift
    if out=$("$@" 2>&1); then
        ok "$name"
    else
        not_ok "$name"
        printf '%s\n' "$out" | head -n 40 | sed 's/^/# /'
    fi
}

# same NAME WANTED GOT : ok when both texts are equal.
same() {
    if [ "$2" = "$3" ]; then
        ok "$1"
    else
        not_ok "$1"
        diff <(printf '%s\n' "$2") <(printf '%s\n' "$3") | head -n 40 | sed 's/^/# /'
    fi
}

# has NAME TEXT FILE : ok when the file holds the text, word for word.
has() {
    if grep -qF -- "$2" "$3"; then
        ok "$1"
    else
        not_ok "$1"
        printf '# not found: %s\n' "$2"
        head -n 40 "$3" | sed 's/^/# /'
    fi
}

# exits NAME STATUS COMMAND... : ok when the command ends with that status.
exits() {
    local name=$1 wanted=$2 got=0 out
    shift 2
    out=$("$@" 2>&1) || got=$?
    if [ "$got" -eq "$wanted" ]; then
        ok "$name"
    else
        not_ok "$name"
        printf '# exit status %d, not %d\n' "$got" "$wanted"
        printf '%s\n' "$out" | head -n 40 | sed 's/^/# /'
    fi
}

# wait_for SECONDS COMMAND... : until the command succeeds, asked ten times a second.
wait_for() {
    local left=$(($1 * 10))
    shift
    until "$@" >/dev/null 2>&1; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || return 1
        sleep 0.1
    done
}

done_testing() {
    exit "$tap_failed"
}
