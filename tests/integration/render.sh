# `lantern render`: names, sheets, cards, a walk, the same bytes again, and what it refuses.
# takes: 180
. "$LANTERN_TESTS/integration/lib/tap.sh"

unset DISPLAY WAYLAND_DISPLAY
story=$LANTERN_TESTS/golden/story
small=(--size 683x384)

# names FOLDER : the pictures in it, on one line.
names() {
    (cd "$1" && printf '%s\n' * | paste -sd ' ')
}

# size PICTURE : width and height of a PNG.
size() {
    od -An -tu1 -j16 -N8 "$1" | awk '{ print $3 * 256 + $4 "x" $7 * 256 + $8 }'
}

is_png() {
    [ "$(od -An -tx1 -N8 "$1" | tr -d ' ')" = 89504e470d0a1a0a ]
}

check "render saves a story" "$LANTERN" render "$story" "${small[@]}" --out plain
same "a picture for the opening and each scene" "001-opening.png 002-river.png 003-lamp.png 004-end.png" "$(names plain)"
check "they are PNG" is_png plain/002-river.png
same "of the size asked for" 683x384 "$(size plain/002-river.png)"

check "--captions and --choices" "$LANTERN" render "$story" "${small[@]}" --captions --choices --out all
same "add captions, cards and endings" \
    "001-opening.png 002-river.png 003-river-2.png 004-river-choices.png 005-lamp.png 006-end.png 007-end-ending.png" \
    "$(names all)"
same "--captions leaves the first as it was" "$(cksum <plain/002-river.png)" "$(cksum <all/002-river.png)"

check "--scene" "$LANTERN" render "$story" "${small[@]}" --scene lamp --out one
same "saves that scene alone" "001-lamp.png" "$(names one)"

check "--choose" "$LANTERN" render "$story" "${small[@]}" --choose 2 --out walk
same "saves a walk to its ending" "ending" "$(names walk | sed 's/.*-\([a-z]*\)\.png$/\1/')"
same "with the cards it chose from" 1 "$(names walk | tr ' ' '\n' | grep -c choices)"
same "and not the scene it did not choose" 0 "$(names walk | tr ' ' '\n' | grep -c lamp)"
exits "a choice that is not offered: 1" 1 "$LANTERN" render "$story" "${small[@]}" --choose 4 --out no
exits "a choice after the ending: 1" 1 "$LANTERN" render "$story" "${small[@]}" --choose 2,1 --out no

check "--sheet" "$LANTERN" render "$story" "${small[@]}" --sheet --out sheet
check "saves all of them small" is_png sheet/sheet.png

mkdir again
check "rendered once more" "$LANTERN" render "$story" "${small[@]}" --captions --choices --out again
for picture in all/*; do
    cmp -s "$picture" "again/${picture#all/}" || echo "$picture"
done >differ
same "the same bytes" "" "$(cat differ)"

check "--level gentle" "$LANTERN" render "$story" "${small[@]}" --level gentle --scene lamp --out gentle
check "tells it otherwise" test "$(cksum <gentle/001-lamp.png)" != "$(cksum <one/001-lamp.png)"
check "--text-size" "$LANTERN" render "$story" "${small[@]}" --text-size 300 --scene lamp --out large
check "shows it otherwise" test "$(cksum <large/001-lamp.png)" != "$(cksum <one/001-lamp.png)"
check "a scene of the documentary in Korean" "$LANTERN" render --lang ko "${small[@]}" --scene s07 --out ko
same "has its name" "001-s07.png" "$(names ko)"

exits "an unknown scene: 2" 2 "$LANTERN" render "$story" --scene nowhere --out no
exits "an unknown language: 2" 2 "$LANTERN" render "$story" --lang xx --out no
exits "an unknown option: 2" 2 "$LANTERN" render "$story" --paper --out no
exits "a size that cannot be: 2" 2 "$LANTERN" render "$story" --size 0x9 --out no
exits "no such story: 2" 2 "$LANTERN" render no-such-folder --out no
"$LANTERN" render "$story" --scene nowhere --out no 2>said
has "the scene is named" nowhere said
printf 'a file\n' >taken
exits "a folder that cannot be made: 1" 1 "$LANTERN" render "$story" "${small[@]}" --out taken/in-it
same "and what stands there stays" "a file" "$(cat taken)"

done_testing
