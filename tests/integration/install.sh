# meson install gives a program that finds its content, wherever the tree is then moved.
# takes: 300
. "$LANTERN_TESTS/integration/lib/tap.sh"

# Built outside the source's own folders and without the option that lets it look there.
meson setup build "$LANTERN_DATA" --prefix=/usr --buildtype=release -Dwerror=false \
    -Dtests=disabled -Ddevelopment=false >setup.log 2>&1 || not_ok "meson setup" setup.log
ninja -C build >ninja.log 2>&1 || not_ok "build" ninja.log
if DESTDIR=$PWD/root meson install -C build --no-rebuild >install.log 2>&1; then
    ok "meson install"
else
    not_ok "meson install" install.log
    done_testing
fi
unset LANTERN_DATA

mv root/usr moved
installed=$PWD/moved/bin/lantern
cd / || exit 1
check "the installed program runs" "$installed" --version
check "the installed program finds the documentary" "$installed" check
cd "$OLDPWD" || exit 1
check "the installed documentary is sound" "$installed" check moved/share/lantern/content/across-the-tumen
"$installed" read --no-keep >told 2>told.err </dev/null
same "the installed program tells the story" 0 $?
check "its first page is not empty" test -s told

shared=moved/share/lantern
check "the words are installed" test -f "$shared/assets/strings/en.json"
check "the licence is installed" test -f "$shared/content/LICENSE"
check "the format's schema is installed" test -f "$shared/content/story.schema.json"
same "the drawings' sources are not installed" "" "$(find moved/share/lantern/content -name art -o -name '*.svg' -o -name '*.py')"
same "no build file is installed" "" "$(find moved -name meson.build -o -name screenshots)"

done_testing
