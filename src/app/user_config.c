#include "app/user_config.h"

#include "app/output.h"
#include "base/config.h"
#include "base/path.h"

static const char keys_prefix[] = "keys.";

struct str user_config_path(struct arena *a)
{
    struct str folder = path_xdg(XDG_CONFIG, a);
    return folder.n ? arena_printf(a, "%.*s/lantern.conf", STR_ARG(folder)) : folder;
}

static void check_names(const struct config *config, struct arena *a, struct diag_list *faults)
{
    struct str known[DEED_COUNT];
    size_t count = 0;
    for (int i = DEED_NONE + 1; i < DEED_COUNT; i++) {
        known[count++] = arena_printf(a, "%s%s", keys_prefix, deed_name((enum deed)i));
    }
    config_check_names(config, known, count, faults);
}

static void take_keys(const struct config *config, struct keymap *keymap, struct diag_list *faults)
{
    for (size_t i = 0; i < config->count; i++) {
        const struct config_entry *e = &config->entries[i];
        struct strbuf fault = {0};
        struct str name = str_after(e->name, sizeof keys_prefix - 1);
        enum deed c = str_starts(e->name, STR("keys.")) ? deed_find(name) : DEED_NONE;
        if (c != DEED_NONE && !keymap_bind(keymap, c, e->value, &fault)) {
            config_fault(config, e, strbuf_str(&fault), faults);
        }
        strbuf_finish(&fault);
    }
}

bool user_config_read(struct keymap *keymap_out)
{
    struct arena a = {0};
    struct diag_list faults = {0};
    struct error err = {0};
    struct config config;
    struct str path = user_config_path(&a);
    *keymap_out = (struct keymap){0};
    bool read = path.n == 0 || config_read(path, &a, &config, &faults, &err);
    if (!read) {
        complain("%s; the program's own settings hold", err.text);
    } else if (path.n) {
        check_names(&config, &a, &faults);
        take_keys(&config, keymap_out, &faults);
        complain_of_faults(&faults);
    }
    bool right = read && faults.count == 0;
    diag_list_finish(&faults);
    arena_finish(&a);
    return right;
}
