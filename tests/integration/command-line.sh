# The command line: help, versions, wrong usage, what cannot be read, and outputs that take no more.
. "$LANTERN_TESTS/integration/lib/tap.sh"

unset DISPLAY WAYLAND_DISPLAY SDL_VIDEODRIVER
commands="play read check walk render graph strings fmt stats"

# says NAME STATUS TEXT ARGUMENT... : the exit status, one complaint with TEXT, nothing on stdout.
says() {
    local name=$1 wanted=$2 text=$3
    shift 3
    "$LANTERN" "$@" >out 2>err </dev/null
    same "$name: exit status" "$wanted" $?
    same "$name: nothing on stdout" "" "$(cat out)"
    has "$name: complains" "$text" err
    same "$name: one complaint" 1 "$(grep -c '^lantern: ' err)"
}

"$LANTERN" --help >general 2>err
same "--help: exit status" 0 $?
same "--help: nothing on stderr" "" "$(cat err)"
has "--help: usage" "usage: lantern [COMMAND] [STORY] [options]" general
for command in $commands; do
    has "--help: lists $command" "  $command " general
    "$LANTERN" "$command" --help >out 2>err
    same "$command --help: exit status" 0 $?
    same "$command --help: nothing on stderr" "" "$(cat err)"
    has "$command --help: usage" "usage: lantern $command [STORY] [options]" out
    has "$command --help: options" "  --version " out
    check "$command --help: within 80 columns" sh -c '! grep -E ".{81}" out'
    "$LANTERN" "$command" --version >out 2>err
    same "$command --version" 0 $?
    same "$command --version: says it" "lantern 0." "$(head -c 10 out)"
done
has "--help: lists keys" "  keys " general
"$LANTERN" keys --help >out 2>err
has "keys --help: usage" "usage: lantern keys [options]" out
exits "keys --list" 0 "$LANTERN" keys --list
says "keys takes no story" 2 'one argument too many: "story"' keys story
exits "--version" 0 "$LANTERN" --version
has "--version: the licences" "under the MIT licence" <("$LANTERN" --version)

says "unknown option" 2 'unknown option "--frob"' check --frob
has "unknown option: where help is" 'try "lantern check --help"' err
says "an option alone is play's" 2 'unknown option "--frob"' --frob
has "an option alone is play's: help" 'try "lantern play --help"' err
says "misspelt option" 2 'did you mean "--steps"?' walk --stpes 3
says "unknown value" 2 '"--level" takes full or gentle, not "foo"' walk --level=foo
says "a value too many" 2 'option "--strict" takes no value' check --strict=1
says "a value too few" 2 'option "--level" needs a value' walk --level
says "number out of range" 2 '"--steps" takes a whole number from 1 to' walk --steps 0
says "not a number" 2 '"--steps" takes a whole number from 1 to' walk --steps 3x
says "no numbers" 2 '"--choose" takes numbers such as 2,1,3, not "1,,2"' walk --choose 1,,2
says "no seed" 2 '"--random" takes a whole number from 0 on' walk --random -1
says "no size" 2 'such as 1280x800, not "5"' play --size 5
says "too many names" 2 'one argument too many: "b"' check a b
says "an empty name" 2 'an empty argument' check ''
says "misspelt command" 2 'did you mean "check"?' chekc
says "no command at all" 2 'no command and no story is called "zzzz"' zzzz
says "options at odds" 2 'exclude each other' walk --choose 1 --random 2
says "windows at odds" 2 'exclude each other' play --full-screen --windowed
says "no such tag" 2 'did you mean "dead-end"?' check --explain ded-end
says "no such language" 2 'this story is not told in "xx", but in:' walk --lang xx
says "no such scene" 2 'no scene is called "nope"' read --scene nope --no-keep

"$LANTERN" check $'a\033[31m' >out 2>err
check "no escape reaches the terminal" sh -c "! grep -q '$(printf '\033')' err"

mkdir -p folder
for command in $commands; do
    says "$command nowhere" 2 '"/nowhere"' "$command" /nowhere
    says "$command, a folder without a story" 2 'folder' "$command" folder
done

for line in check walk graph "check --format json" --help "check --explain dead-end"; do
    # shellcheck disable=SC2086
    "$LANTERN" $line >/dev/full 2>err </dev/null
    same "$line to a full disk: exit status" 1 $?
    has "$line to a full disk: says so" "standard output" err
done
"$LANTERN" walk 2>err | head -n 1 >out
check "a closed pipe is no fault" test -s out -a ! -s err
"$LANTERN" read --no-keep 2>err </dev/null | true
same "nobody at the pipe: nothing is said" "" "$(cat err)"

done_testing
