/* What a target must not do, each told by its word: the test of fuzzing tries these first. */
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "fuzz.h"

enum { MUCH_BYTES = 1500 << 20 };

static void *volatile kept;

static void leak(void)
{
    kept = malloc(100);
    kept = NULL;
}

/* Long enough for whoever looks now and then. */
static void take_much(void)
{
    kept = malloc(MUCH_BYTES);
    if (kept) {
        memset(kept, 1, MUCH_BYTES);
        sleep(1);
    }
    free(kept);
}

static void take_long(void)
{
    clock_t end = clock() + 3 * CLOCKS_PER_SEC / 2;
    while (clock() < end) {
        fuzz_touch(STR("long"));
    }
}

void fuzz_one(struct str bytes)
{
    if (str_is(bytes, "crash")) {
        abort();
    } else if (str_is(bytes, "past")) {
        fuzz_touch((struct str){bytes.s, bytes.n + 1});
    } else if (str_is(bytes, "leak")) {
        leak();
    } else if (str_is(bytes, "much")) {
        take_much();
    } else if (str_is(bytes, "long")) {
        take_long();
    }
}
