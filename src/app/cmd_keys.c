#include <stdlib.h>

#include "app/command.h"
#include "app/options.h"
#include "app/output.h"
#include "app/paths.h"
#include "app/user_config.h"
#include "base/compiler.h"
#include "stage/key_window.h"

static void print_bindings(const struct keymap *keymap)
{
    struct arena a = {0};
    for (int i = DEED_NONE + 1; i < DEED_COUNT; i++) {
        struct strbuf keys = {0};
        keymap_list(keymap, (enum deed)i, &keys);
        output_printf("keys.%s = %.*s\n", deed_name((enum deed)i), STR_ARG(strbuf_str(&keys)));
        strbuf_finish(&keys);
    }
    struct str path = user_config_path(&a);
    if (path.n) {
        output_printf("\n# Lines as these, in %.*s, set other keys: by these names, or by number (#104).\n",
                      STR_ARG(path));
    }
    arena_finish(&a);
}

static bool print_key(void *self, const struct key_seen *key)
{
    struct strbuf line = {0};
    enum deed c = keymap_find(self, key->scancode, key->keycode, key->modifiers, false);
    keymap_name(key->scancode, &line);
    strbuf_printf(&line, "\tkeycode %d", key->keycode);
    if (key->name[0]) {
        strbuf_printf(&line, " \"%s\"", key->name);
    }
    if (c != DEED_NONE) {
        strbuf_printf(&line, "\tkeys.%s", deed_name(c));
    }
    output_printf("%.*s\n", STR_ARG(strbuf_str(&line)));
    strbuf_finish(&line);
    return output_finish(EXIT_DONE) == EXIT_DONE;
}

/* Without a display the list is all there is to tell; that is no failure. */
static int show(bool only_list)
{
    struct keymap keymap;
    struct error err = {0};
    int status = user_config_read(&keymap) ? EXIT_DONE : EXIT_FAULTY;
    print_bindings(&keymap);
    if (only_list || output_finish(EXIT_DONE) != EXIT_DONE) {
        return output_finish(status);
    }
    bool can_show = has_display() || error_set(&err, "no display was found");
    if (!can_show || !key_window_show("Lantern: press a key", print_key, &keymap, &err)) {
        complain("%s, so no window opens to show what other keys are called", err.text);
    }
    return output_finish(status);
}

int cmd_keys(int argc, char **argv)
{
    bool only_list = false;
    const struct option_row rows[] = {
        {.name = "list", .help = "print what each key does, and end",
         .kind = OPTION_FLAG, .sets.flag = &only_list},
    };
    const struct usage usage = {
        .command = "keys",
        .names = "",
        .does = "Prints what each key does, as lines for lantern.conf; then opens a small window\n"
                "and prints every key pressed in it, with name and number, until it is closed.",
        .rows = rows,
        .row_count = (int)COUNT(rows),
        .names_most = 0,
    };
    struct arena a = {0};
    struct names names;
    int status = EXIT_DONE;
    if (options_take(&usage, argc, argv, &names, &a, &status)) {
        status = show(only_list);
    }
    arena_finish(&a);
    return status;
}
