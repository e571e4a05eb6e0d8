/* A kiosk's settings: whatever they are, each value is within its bounds, and what is printed of them says the
 * same when it is read. */
#include "app/kiosk_config.h"
#include "fuzz.h"

static struct kiosk_config take(struct str text, struct arena *a, struct diag_list *faults)
{
    struct config c = config_parse(STR("kiosk.conf"), text, a, faults);
    return kiosk_config_take(&c, a, faults);
}

void fuzz_one(struct str bytes)
{
    struct arena a = {0};
    struct diag_list faults = {0};
    struct diag_list none = {0};
    struct strbuf printed = {0};
    struct strbuf again = {0};
    struct kiosk_config first = take(bytes, &a, &faults);
    fuzz_expect(first.rules.idle_s > 0 && first.rules.warn_s >= 20);
    fuzz_expect(first.rules.volume >= 0 && first.rules.volume <= 100);
    fuzz_expect(first.language_count >= 0 && first.language_count <= KIOSK_LANGUAGES_MOST);
    int beyond_mm = kiosk_config_beyond_reach_mm(&first);
    fuzz_expect(beyond_mm >= 0 && beyond_mm <= first.screen.height);
    kiosk_config_print(&first, &printed);
    struct kiosk_config second = take(strbuf_str(&printed), &a, &none);
    second.pin_hash = first.pin_hash; /* which is not printed */
    kiosk_config_print(&second, &again);
    fuzz_expect(str_eq(strbuf_str(&printed), strbuf_str(&again)));
    fuzz_check_faults(&faults);
    strbuf_finish(&again);
    strbuf_finish(&printed);
    diag_list_finish(&none);
    diag_list_finish(&faults);
    arena_finish(&a);
}
