# The launcher. tests/run has built the release by now, so nothing is built here.
# takes: 300
. "$LANTERN_TESTS/integration/lib/tap.sh"

play=$LANTERN_DATA/play
unset DISPLAY WAYLAND_DISPLAY

"$play" --version >version 2>version.err </dev/null
has "play runs from any folder" "lantern 0." version

ln -s "$play" linked
check "play runs through a link" ./linked --version

began=$(date +%s%N)
"$play" --version >/dev/null 2>&1 </dev/null
took=$((($(date +%s%N) - began) / 1000000))
check "once built, play starts in under 2 s (it took $took ms)" test "$took" -lt 2000

printf '1\n1\n1\n' | timeout 60 "$play" >story 2>story.err
same "piped answers: exit status 0 at the end of input" 0 $?
"$LANTERN_RELEASE" read "$LANTERN_DATA/content/across-the-tumen" --no-keep >untouched 2>&1 </dev/null
check "piped answers reach the story" test "$(wc -l <story)" -gt "$(wc -l <untouched)"

"$play" --no-such-option >refused 2>&1 </dev/null
same "the viewer's exit status is play's" 2 $?

# Machines of pretence: a copy of the launcher, and programs that only say what they are asked.
mkdir -p fresh bin
cp -r "$LANTERN_DATA/play" "$LANTERN_DATA/.ground" fresh/
stub() { # NAME LINE...
    local name=$1
    shift
    { echo '#!/bin/sh'; printf '%s\n' "$@"; } >"bin/$name"
    chmod +x "bin/$name"
}
stub dpkg-query 'exit 1'
stub apt-cache 'exit 0'
stub apt-get 'echo "apt-get $*" >>"$CALLS"'
stub sudo 'echo "sudo $*" >>"$CALLS"'
stub meson 'echo "no compiler"; exit 1'
export CALLS=$PWD/calls

stub id 'echo 1000'
PATH=$PWD/bin:$PATH fresh/play >out 2>err </dev/null
same "not root, no terminal: exit status 2" 2 $?
has "not root, no terminal: the one line to type" "sudo apt-get update && sudo apt-get install" err
has "not root, no terminal: what will be installed" "libsdl2-dev" err
check "not root, no terminal: nothing is installed" sh -c "! grep -q ' install -y\|-y .*install' calls"
same "nothing but the viewer writes to standard output" "" "$(cat out)"

stub id 'echo 0'
: >calls
echo untouched | (PATH=$PWD/bin:$PATH fresh/play >out 2>err; cat >left)
has "root, no terminal: it installs" "libsdl2-dev" calls
has "what comes before the viewer reads no input" untouched left
has "a build that fails says why" "no compiler" err

done_testing
