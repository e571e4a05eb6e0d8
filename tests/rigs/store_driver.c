/* Keeps and counts, and says each thing once it is done, to be killed and to have its disk fail:
 *   store_driver FOLDER TIMES
 * prints "kept N" (the bookmark is N, one more than it was), "counted", "refused WHY", "set aside", "over". The clock
 * is its own: each round takes five minutes, so that what failed is tried again. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/store.h"

enum { ROUND_MS = 300000 };

static void say(const char *what, const char *more)
{
    char line[1200];
    int n = snprintf(line, sizeof line, "%s%s%s\n", what, more[0] ? " " : "", more);
    if (write(STDOUT_FILENO, line, (size_t)n) != n) {
        abort();
    }
}

static int64_t kept(struct store *s, struct store_key key)
{
    struct arena scratch = {0};
    struct error err = {0};
    struct str text = {0};
    int64_t n = 0;
    if (!store_get(s, key, &scratch, &text, &err)) {
        say("refused", err.text);
    } else if (text.n && !str_to_int(text, 0, INT64_MAX, &n)) {
        say("spoilt", "");
    }
    arena_finish(&scratch);
    return n;
}

static void keep(struct store *s, struct store_key key, int64_t n)
{
    char digits[32];
    struct error err = {0};
    (void)snprintf(digits, sizeof digits, "%lld", (long long)n);
    if (store_put(s, key, str_from(digits), &err)) {
        say("kept", digits);
    } else {
        say("refused", err.text);
    }
}

static void count(struct store *s)
{
    static const struct session_choice choices[] = {{STR_INIT("gate"), STR_INIT("far")}};
    const struct session_count c = {
        .day = STR("2026-11-23"), .story = STR("tumen"), .language = STR("en"), .choices = choices,
        .choice_count = COUNT(choices), .last_scene = STR("far"), .is_completed = true,
    };
    struct error err = {0};
    if (store_count_session(s, &c, &err)) {
        say("counted", "");
    } else {
        say("refused", err.text);
    }
}

int main(int argc, char **argv)
{
    struct error err = {0};
    int64_t now_ms = 0;
    int64_t times = 0;
    if (argc != 3 || !str_to_int(str_from(argv[2]), 0, INT64_MAX, &times)) {
        return 2;
    }
    struct store *s = store_open(argv[1], clock_fake(&now_ms), &err);
    if (!s) {
        say("refused", err.text);
        return 1;
    }
    struct store_key key = store_bookmark(STR("Ana"), STR("tumen"));
    int64_t n = kept(s, key);
    for (int64_t i = 1; i <= times; i++) {
        now_ms += ROUND_MS;
        keep(s, key, n + i);
        count(s);
    }
    if (store_trouble(s)->notice.text[0]) {
        say("set aside", "");
    }
    store_close(s);
    say("over", "");
    return 0;
}
