/* What stands beside a kiosk's content: the list of a pack's files, and the record of its starts. */
#include <stdlib.h>
#include <string.h>

#include "app/pack.h"
#include "app/recovery.h"
#include "fuzz.h"

static void read_list(struct str bytes)
{
    struct arena a = {0};
    struct error err = {""};
    struct pack p = {0};
    bool is_sound = pack_parse(&p, bytes, &a, &err);
    if (is_sound == (err.text[0] != '\0') || (is_sound && (p.count == 0 || strlen(p.id) != PACK_ID_DIGITS))) {
        abort();
    }
    for (size_t i = 0; is_sound && i < p.count; i++) {
        if (!path_is_tame(p.files[i].path)) {
            abort();
        }
        fuzz_touch(p.files[i].sum);
    }
    arena_finish(&a);
}

/* What is kept of it is read as the same; and whatever it says, a start comes to a decision. */
static void read_record(struct str bytes)
{
    struct recovery first;
    struct recovery second;
    struct strbuf kept = {0};
    struct strbuf again = {0};
    bool rolled_back = false;
    recovery_parse(&first, bytes);
    recovery_print(&first, &kept);
    recovery_parse(&second, strbuf_str(&kept));
    recovery_print(&second, &again);
    if (!str_eq(strbuf_str(&kept), strbuf_str(&again))) {
        abort();
    }
    const struct recovery_now now = {.boot = "b", .second = 1000};
    (void)recovery_begin(&first, str_from(second.worked), &now, &rolled_back);
    if (first.start_count < 1 || first.start_count > RECOVERY_STARTS_MOST) {
        abort();
    }
    strbuf_finish(&again);
    strbuf_finish(&kept);
}

void fuzz_one(struct str bytes)
{
    read_list(bytes);
    read_record(bytes);
}
