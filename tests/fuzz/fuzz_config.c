/* A file of settings: read, looked up, its faults told. */
#include <string.h>

#include "base/config.h"
#include "fuzz.h"

static const struct str known[] = {STR_INIT("idle"), STR_INIT("keys.forward"), STR_INIT("screen.width")};

void fuzz_one(struct str bytes)
{
    struct arena a = {0};
    struct diag_list faults = {0};
    struct config c = config_parse(STR("kiosk.conf"), bytes, &a, &faults);
    fuzz_expect(c.count <= CONFIG_ENTRIES_MOST);
    for (size_t i = 0; i < c.count; i++) {
        const struct config_entry *e = &c.entries[i];
        fuzz_expect(e->line > 0 && e->value_column > 0 && e->name.n > 0);
        fuzz_expect(!memchr(e->name.s, 0, e->name.n) && e->name.s[e->name.n] == '\0');
        fuzz_expect(config_find(&c, e->name.s) == e); /* the only one of its name */
        fuzz_touch(e->value);
        config_fault(&c, e, STR("not a value"), &faults);
    }
    config_check_names(&c, known, COUNT(known), &faults);
    fuzz_check_faults(&faults);
    diag_list_finish(&faults);
    arena_finish(&a);
}
