/* The chapters, and the roads not taken. */
#include "player/items_panel.h"

void items_make_chapters(struct player *p)
{
    panel_add_title(p, "chapters.title");
    for (int i = 0; i < p->story->chapter_count; i++) {
        panel_add_text(p, PART_BODY, panel_id(p, "chapter", i + 1).s, p->story->chapters[i].title);
    }
    panel_add_close(p);
}
