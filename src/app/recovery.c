#include "app/recovery.h"

#include <string.h>

#include "base/config.h"

/* Trials that end with the machine may have been the plug's doing, once. */
enum { TRIES_MOST = 2 };

static void set(char id[RECOVERY_ID_BYTES], struct str to)
{
    size_t n = to.n < RECOVERY_ID_BYTES ? to.n : 0;
    if (n) {
        memcpy(id, to.s, n);
    }
    memset(id + n, 0, RECOVERY_ID_BYTES - n);
}

static bool is(const char id[RECOVERY_ID_BYTES], const char other[RECOVERY_ID_BYTES])
{
    return strcmp(id, other) == 0;
}

/* Those of this start of the machine, in the last minutes. */
static void forget_old_starts(struct recovery *r, const struct recovery_now *now)
{
    int kept = 0;
    for (int i = 0; is(r->boot, now->boot) && i < r->start_count; i++) {
        int64_t ago = now->second - r->starts[i];
        if (ago >= 0 && ago < RECOVERY_WITHIN_S) {
            r->starts[kept++] = r->starts[i];
        }
    }
    r->start_count = kept;
}

static void add_start(struct recovery *r, const struct recovery_now *now)
{
    if (r->start_count == RECOVERY_STARTS_MOST) {
        memmove(r->starts, r->starts + 1, (RECOVERY_STARTS_MOST - 1) * sizeof *r->starts);
        r->start_count--;
    }
    r->starts[r->start_count++] = now->second;
    set(r->boot, str_from(now->boot));
}

/* What failed starts anew when it is installed anew; what it leaves has worked. */
static void choose(struct recovery *r, struct str id)
{
    set(r->current, id);
    r->is_shown = is(r->current, r->worked);
    r->tries = 0;
    r->start_count = 0;
}

static void give_up(struct recovery *r)
{
    char worked[RECOVERY_ID_BYTES];
    memcpy(worked, r->worked, sizeof worked);
    set(r->failed, str_from(r->current));
    choose(r, str_from(worked));
}

enum recovery_shows recovery_begin(struct recovery *r, struct str installed,
                                   const struct recovery_now *now, bool *rolled_back_out)
{
    *rolled_back_out = false;
    bool same_boot = is(r->boot, now->boot);
    forget_old_starts(r, now);
    if (!str_eq(installed, str_from(r->current))) {
        choose(r, installed);
    }
    bool is_on_trial = !is(r->current, r->worked);
    bool never_seen = !r->is_shown && r->tries > 0 && (same_boot || r->tries >= TRIES_MOST);
    bool falls_often = r->start_count >= RECOVERY_CRASHES;
    if (is_on_trial && (never_seen || falls_often)) {
        give_up(r);
        *rolled_back_out = true;
        falls_often = false;
    }
    r->tries += r->is_shown || r->tries == TRIES_MOST ? 0 : 1;
    add_start(r, now);
    return falls_often ? RECOVERY_CARD : RECOVERY_CURRENT;
}

void recovery_shown(struct recovery *r)
{
    r->is_shown = true;
    r->tries = 0;
}

bool recovery_steady(struct recovery *r)
{
    if (is(r->worked, r->current) && r->start_count == 0) {
        return false;
    }
    set(r->worked, str_from(r->current));
    r->start_count = 0;
    return true;
}

void recovery_end(struct recovery *r)
{
    r->tries -= r->tries > 0 ? 1 : 0;
    r->start_count -= r->start_count > 0 ? 1 : 0;
}

void recovery_print(const struct recovery *r, struct strbuf *out)
{
    strbuf_printf(
        out, "current = %s\nworked = %s\nfailed = %s\nshown = %s\ntries = %d\nboot = %s\nstarts =",
        r->current, r->worked, r->failed, r->is_shown ? "yes" : "no", r->tries, r->boot);
    for (int i = 0; i < r->start_count; i++) {
        strbuf_printf(out, " %lld", (long long)r->starts[i]);
    }
    strbuf_add_c(out, "\n");
}

static struct str value(const struct config *c, const char *name)
{
    const struct config_entry *e = config_find(c, name);
    return e ? e->value : STR("");
}

static void parse_starts(struct recovery *r, struct str list)
{
    for (size_t from = 0; from < list.n && r->start_count < RECOVERY_STARTS_MOST;) {
        size_t to = str_find(list, ' ', from);
        int64_t second = 0;
        if (str_to_int(str_sub(list, from, to - from), 0, INT64_MAX / 2, &second)) {
            r->starts[r->start_count++] = second;
        }
        from = to + 1;
    }
}

void recovery_parse(struct recovery *r, struct str text)
{
    struct arena scratch = {0};
    struct diag_list faults = {0};
    struct config c = config_parse(STR("state"), text, &scratch, &faults);
    int64_t tries = 0;
    *r = (struct recovery){.is_shown = str_is(value(&c, "shown"), "yes")};
    set(r->current, value(&c, "current"));
    set(r->worked, value(&c, "worked"));
    set(r->failed, value(&c, "failed"));
    set(r->boot, value(&c, "boot"));
    if (str_to_int(value(&c, "tries"), 0, TRIES_MOST, &tries)) {
        r->tries = (int)tries;
    }
    parse_starts(r, value(&c, "starts"));
    diag_list_finish(&faults);
    arena_finish(&scratch);
}
