/* Who is watching, where names are known. */
#include "term/term_internal.h"

static void show_viewers(struct term *t)
{
    struct str language = strings_language(t->o->strings);
    paper_gap(&t->paper);
    term_say(t, "viewers.title");
    paper_add(&t->paper, term_number_lead(t, 1), term_word(t, "viewers.nobody"), language);
    for (int i = 0; i < t->o->viewer_count; i++) {
        paper_add(&t->paper, term_number_lead(t, i + 2), t->o->viewers[i], language);
    }
}

bool term_ask_viewer(struct term *t)
{
    while (t->o->viewer_count > 0 && t->o->start < 0) {
        struct str answer = {0};
        int64_t n = 0;
        show_viewers(t);
        if (!paper_ask(&t->paper, term_word(t, "read.prompt"), &answer) || str_is(answer, "q") ||
            str_is(answer, "Q")) {
            return false;
        }
        if (str_to_int(answer, 1, t->o->viewer_count + 1, &n)) {
            struct str viewer = n == 1 ? (struct str){0} : t->o->viewers[n - 2];
            t->bookmark = t->o->choose_viewer(t->o->self, viewer, &t->kept);
            return true;
        }
        const struct string_value value = {"answer", answer};
        term_say_filled(t, STR(""), "read.unknown", &value, 1);
    }
    return true;
}
