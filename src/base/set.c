#include "base/set.h"

static bool is_among(const struct set *set, struct str name)
{
    for (size_t i = 0; i < set->count; i++) {
        if (set->few[i].n == name.n && str_eq(set->few[i], name)) {
            return true;
        }
    }
    return false;
}

bool set_add(struct set *set, struct arena *a, struct str name)
{
    if (set->count < SET_FEW) {
        if (is_among(set, name)) {
            return false;
        }
        set->few[set->count++] = name;
        return true;
    }
    if (set->many.count == 0) {
        for (size_t i = 0; i < SET_FEW; i++) {
            (void)map_add(&set->many, a, set->few[i], 0);
        }
    }
    return map_add(&set->many, a, name, 0);
}
