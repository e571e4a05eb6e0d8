/* What is typed is said letter by letter, and what is taken away. */
#include "player/home.h"
#include "player/narrator_internal.h"

static void tell_letters(struct narrator *n, struct str letters)
{
    if (str_is(letters, " ")) {
        tell_key(n, "name.space");
    } else {
        tell_words(n, letters);
    }
}

void tell_typed(struct narrator *n)
{
    struct str typed = player_typed(n->player);
    struct str was = strbuf_str(&n->typed);
    if (!player_types(n->player) || player_panel(n->player) != n->panel) {
        return;
    }
    if (typed.n > was.n) {
        tell_letters(n, str_after(typed, was.n));
    } else if (typed.n < was.n) {
        struct str gone = str_after(was, typed.n);
        const struct string_value letter = {
            "letter", str_is(gone, " ") ? strings_get(player_strings(n->player), "name.space") : gone};
        tell_filled(n, "name.erased", &letter, 1);
    }
}

void remember_typed(struct narrator *n)
{
    strbuf_clear(&n->typed);
    if (player_types(n->player)) {
        strbuf_add(&n->typed, player_typed(n->player));
    }
}

bool tell_field(struct narrator *n)
{
    int count;
    int focus = player_focus(n->player);
    const struct item *items = player_items(n->player, &count);
    bool is_field = focus >= 0 && items[focus].role == ROLE_FIELD;
    if (is_field) {
        tell_focus(n, items, count, focus);
    }
    return is_field;
}
