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
same "no build file is installed" "" "$(find moved -name meson.build -o -name screenshots -o -name desktop)"

check "the manual is installed" test -f moved/share/man/man1/lantern.1
check "the kiosk's setup is installed" test -x moved/sbin/lantern-kiosk-setup
check "and so is what it puts in place" test -f "$shared/assets/kiosk/lantern-kiosk@.service"
check "and what its unit runs" test -x moved/libexec/lantern-kiosk-session

id=io.github.lantern_viewer.Lantern
entry=moved/share/applications/$id.desktop
check "the desktop entry is installed" test -f "$entry"
same "its icon is installed" "$(sed -n 's/^Icon=//p' "$entry").svg" "$(basename moved/share/icons/hicolor/scalable/apps/*)"
check "the icon is a drawing that a desktop can show" rsvg-convert -w 48 -o icon.png "moved/share/icons/hicolor/scalable/apps/$id.svg"
for key in Name GenericName Comment; do
    for tag in ko es; do
        check "the entry has its $key in $tag" grep -q "^$key\[$tag\]=." "$entry"
    done
done
action=$(sed -n '/^\[Desktop Action ReadAloud\]/,$ s/^Exec=lantern //p' "$entry")
same "its action reads aloud" "play --speech" "$action"
printf 'wait 1000\n' >script
LANTERN_SPEECH_LOG=$PWD/said "$installed" $action --no-keep --script "$PWD/script" >/dev/null 2>&1
check "and what it runs does" grep -q '"text":"Speech on"' said
if command -v desktop-file-validate >/dev/null; then
    check "the entry is valid" desktop-file-validate "$entry"
else
    echo "ok 0 # SKIP the entry is valid: desktop-file-validate is not installed"
fi

done_testing
