#!/bin/bash
# The rooms of the program: who may include whom, which library lives where, and how long a file
# may grow. Prints `ok` or `not ok` for each check.
#   tests/layers.sh [FOLDER]      FOLDER holds the built liblantern-*.a; includes alone without it
#   tests/layers.sh --self-test   the checks find what they should
# The linker takes all libraries as one group, so an upward call links: only this test sees it.
set -uo pipefail
export LC_ALL=C

root=${LAYERS_ROOT:-$(dirname "$(dirname "$(readlink -f "$0")")")}
longest=500
faults=0

layers=(base story text viewing player store sound speech stage term export app)

# below LAYER : the layers it may include besides itself.
below() {
    case "$1" in
    base) ;;
    story | text | store | sound | speech) echo base ;;
    viewing) echo base story text ;;
    player | export) echo base story text viewing ;;
    stage | term) echo base story text viewing player ;;
    app) echo base story text viewing player store sound speech stage term export ;;
    esac
}

# Where each library may be included, as a pattern of paths under src/, what its headers are
# called, and what its symbols are called.
libraries=(
    'cJSON    ^story/json_tree\.c$     ^(cjson/)?cJSON(_Utils)?\.h$           ^cJSON'
    'SQLite   ^store/sqlite_           ^sqlite3(ext)?\.h$                     ^sqlite3_'
    'ICU      ^text/                   ^unicode/                              ^u[a-z]*_[A-Za-z0-9]+_[0-9]+$'
    'SDL      ^stage/|^sound/(sound_mixer|decode_mixer|mixer_chunk)\.c$  ^(SDL2/)?SDL                  ^(SDL|IMG|TTF)_'
    'mixer    ^sound/(sound_mixer|decode_mixer|mixer_chunk)\.c$   ^(SDL2/)?SDL_mixer\.h$                 ^Mix_'
    'WebP     ^stage/picture_webp\.c$  ^webp/                                 ^WebP'
    'libjpeg  ^stage/picture_jpeg\.c$  ^jpeglib\.h$      ^jpeg_(Create|start_|read_|finish_|abort|destroy|std_error|mem_src)'
    'speechd  ^speech/engine_dispatcher\.c$  ^libspeechd\.h$               ^spd_'
    'fonts    ^stage/                  ^(fontconfig/|ft2build|freetype/|hb)   ^(Fc[A-Z]|FT_|hb_)'
    'crypt    ^app/pin\.c$           ^crypt\.h$                             ^crypt(_|$)'
    'md       ^app/pack\.c$          ^sha2\.h$                              ^SHA(2|256|384|512)[A-Z]'
    'zlib     ^export/                 ^zlib\.h$                              ^(deflate|inflate|crc32|adler32)'
)

# Headers of C and POSIX; everything else in angle brackets must be in the table above.
system='^(assert|ctype|errno|fcntl|float|inttypes|langinfo|limits|locale|math|poll|pthread|pwd|'
system+='setjmp|signal|stdalign|stdarg|stdatomic|stdbool|stddef|stdint|stdio|stdlib|stdnoreturn|'
system+='string|strings|dirent|termios|time|unistd|wchar|wctype|spawn|semaphore|sched|getopt|'
system+='malloc|dlfcn|glob|iconv|fnmatch|regex|libgen|linux/(openat2|audit|filter|seccomp)|'
system+='sys/[a-z_]+)\.h$'

fault() {
    printf '# %s\n' "$*"
    faults=$((faults + 1))
}

# verdict NAME : the line for all faults since the last verdict.
verdict() {
    if [ "$faults" -eq 0 ]; then
        echo "ok layers: $1"
    else
        echo "not ok layers: $1"
        failed=1
    fi
    faults=0
}

# allows LAYER OTHER
allows() {
    [ "$1" = "$2" ] || [[ " $(below "$1" | paste -sd ' ') " == *" $2 "* ]]
}

is_layer() {
    [[ " ${layers[*]} " == *" $1 "* ]]
}

check_ours() { # FILE LAYER HEADER
    local other=${3%%/*}
    if [ "$3" = config.h ]; then
        return
    fi
    if [[ $3 != */* ]]; then
        [ -f "$root/src/$2/$3" ] || fault "$1 includes \"$3\", which is not in src/$2"
    elif [[ $3 == *..* ]] || ! is_layer "$other"; then
        fault "$1 includes \"$3\": say it from src/"
    elif ! allows "$2" "$other"; then
        fault "$1 includes \"$3\": $2 may not know $other"
    fi
}

check_theirs() { # FILE HEADER
    local row name where headers symbols
    if [[ $2 =~ $system ]]; then
        return
    fi
    for row in "${libraries[@]}"; do
        read -r name where headers symbols <<<"$row"
        if [[ $2 =~ $headers ]]; then
            [[ ${1#src/} =~ $where ]] || fault "$1 includes <$2>: $name is not for this file"
            return
        fi
    done
    fault "$1 includes <$2>, which is in no table of tests/layers.sh"
}

check_includes() {
    local file layer kind header
    while read -r file kind header; do
        layer=${file#src/}
        layer=${layer%%/*}
        if ! is_layer "$layer"; then
            fault "$file is in no layer that tests/layers.sh knows"
        elif [ "$kind" = '"' ]; then
            check_ours "$file" "$layer" "$header"
        else
            check_theirs "$file" "$header"
        fi
    done < <(cd "$root" && find src -name '*.[ch]' -exec \
        sed -nE -s 's|^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]*)[>"].*|\1 \2|;T;F;p' {} + |
        paste -d ' ' - - | sort)
    verdict "includes"
}

check_lengths() {
    local lines file
    while read -r lines file; do
        [ "$lines" -le "$longest" ] || fault "$file has $lines lines; $longest are allowed"
    done < <(cd "$root" && find src tests -type f \
        \( -name '*.[ch]' -o -name '*.sh' -o -name '*.py' -o -name meson.build \
           -o -name run -o -name report \) -exec wc -l {} + | grep -v ' total$')
    verdict "no file over $longest lines"
}

# symbols OPTION ARCHIVE : names, sorted.
symbols() {
    nm --extern-only "$1" "$2" 2>/dev/null | awk 'NF >= 2 { print $NF }' | sort -u
}

check_symbols() { # FOLDER
    local folder=$1 work layer other row name where headers pattern symbol
    work=$(mktemp -d)
    for layer in "${layers[@]}"; do
        symbols --defined-only "$folder/liblantern-$layer.a" >"$work/$layer.has"
        symbols --undefined-only "$folder/liblantern-$layer.a" >"$work/$layer.wants"
    done
    for layer in "${layers[@]}"; do
        for other in "${layers[@]}"; do
            if allows "$layer" "$other"; then
                continue
            fi
            while read -r symbol; do
                fault "$layer calls $symbol of $other"
            done < <(comm -12 "$work/$layer.wants" "$work/$other.has")
        done
        for row in "${libraries[@]}"; do
            read -r name where headers pattern <<<"$row"
            if [[ "|$where" == *"|^$layer/"* ]]; then
                continue
            fi
            while read -r symbol; do
                fault "$layer calls $symbol of $name"
            done < <(grep -E "$pattern" "$work/$layer.wants")
        done
    done
    rm -r -- "$work"
    verdict "symbols"
}

check_all() {
    failed=0
    check_includes
    check_lengths
    if [ $# -gt 0 ]; then
        check_symbols "$1"
    fi
    return "$failed"
}

# A tree with one fault of each kind, then one without.
self_test() {
    local tree out missed=0 want
    tree=$(mktemp -d)
    mkdir -p "$tree"/{src/{base,story,stage,attic},tests,lib}
    printf '#include "story/story.h"\n' >"$tree/src/base/up.c"
    printf '#include <SDL.h>\n' >"$tree/src/story/sdl.c"
    printf '#include <cjson/cJSON.h>\n' >"$tree/src/story/load.c"
    printf '  # include <curl/curl.h>\n' >"$tree/src/stage/net.c"
    printf '#include "gone.h"\n' >"$tree/src/stage/gone.c"
    printf '#include <stdio.h>\n' >"$tree/src/attic/old.c"
    yes '/* */' | head -n $((longest + 1)) >"$tree/tests/long.c"
    printf 'int story_x(void);\nint cJSON_y(void);\nint base_x(void);\n%s\n' \
        'int base_x(void) { return story_x() + cJSON_y(); }' >"$tree/lib/base.c"
    printf 'int story_x(void);\nint story_x(void) { return 1; }\n' >"$tree/lib/story.c"
    for name in base story; do
        (cd "$tree/lib" && gcc -c "$name.c" && ar rc "liblantern-$name.a" "$name.o")
    done
    out=$(LAYERS_ROOT=$tree "$0" "$tree/lib")
    for want in 'base may not know story' 'SDL is not for this file' \
        'cJSON is not for this file' '<curl/curl.h>, which is in no table' \
        '"gone.h", which is not in' 'attic/old.c is in no layer' \
        "tests/long.c has $((longest + 1)) lines" 'base calls story_x of story' \
        'base calls cJSON_y of cJSON'; do
        if [[ $out != *"$want"* ]]; then
            printf '# not found: %s\n' "$want"
            missed=1
        fi
    done
    find "$tree" -type f -delete
    printf '#include "story/a.h"\n\n#include <stdio.h>\n\n#include "base/b.h"\n#include "a2.h"\n' \
        >"$tree/src/story/a.c"
    : >"$tree/src/story/a2.h"
    if ! out=$(LAYERS_ROOT=$tree "$0"); then
        printf '# a clean tree is refused:\n%s\n' "$out"
        missed=1
    fi
    rm -r -- "$tree"
    if [ "$missed" -eq 0 ]; then
        echo "ok layers: the checks find what they should"
    else
        echo "not ok layers: the checks find what they should"
    fi
    return "$missed"
}

case "${1:-}" in
--self-test) self_test ;;
*) check_all "$@" ;;
esac
