#include "stage/views.h"

static bool style_bar(const struct composer *c, const struct item *item, enum box_kind box,
                      struct column_style *style_out)
{
    bool forward = item->action == ACTION_FORWARD && player_screen(c->player) == SCREEN_SCENE;
    if (item->part != PART_BAR && !forward) {
        return false;
    }
    struct setting plain = {FACE_UI, look_around_px(&c->look, 0.6), 1.2, c->look.colours->second};
    struct setting strong = {FACE_UI_BOLD, look_around_px(&c->look, 0.6), 1.2, c->look.colours->accent};
    if (player_is_attract(c->player)) {
        strong.ink = plain.ink; /* they stand there all day, and would burn in */
    }
    *style_out = (struct column_style){.setting = forward ? strong : plain, .box = box};
    return true;
}

static bool roomy_style(const struct composer *c, const struct item *item, struct column_style *style_out)
{
    return style_bar(c, item, BOX_BAR, style_out);
}

static bool tight_style(const struct composer *c, const struct item *item, struct column_style *style_out)
{
    return style_bar(c, item, BOX_BAR_TIGHT, style_out);
}

/* The first word stands at the page's margin, so the bar itself begins its padding before it. */
static int bar_x(const struct composer *c, const struct column *bar)
{
    return c->look.margin - (bar->count ? column_pad(c, bar->cells[0].style.box) : 0);
}

static int row_count(const struct column *bar)
{
    return bar->count ? (bar->size.h + bar->cells[0].rect.h / 2) / bar->cells[0].rect.h : 0;
}

/* Close together only where that saves a row. */
static struct column bar_column(struct composer *c)
{
    int width = c->look.page.w - 2 * c->look.margin + 2 * look_px(&c->look, 0.4);
    struct column bar = column_make(c, width, roomy_style);
    if (row_count(&bar) > 1) {
        int tight_width = c->look.page.w - 2 * c->look.margin + 2 * look_px(&c->look, 0.18);
        struct column tight = column_make(c, tight_width, tight_style);
        if (row_count(&tight) < row_count(&bar)) {
            bar = tight;
            width = tight_width;
        }
    }
    if (bar.count && c->items[bar.cells[bar.count - 1].block.item].part != PART_BAR) {
        /* On is where the hand expects it: at the end of the row. */
        bar.cells[bar.count - 1].rect.x = width - bar.cells[bar.count - 1].rect.w;
    }
    return bar;
}

static int foot_px(const struct composer *c)
{
    return look_px(&c->look, 0.3) - c->look.orbit;
}

int view_bar_height(struct composer *c)
{
    struct column bar = bar_column(c);
    return bar.count ? bar.size.h + foot_px(c) + look_px(&c->look, 0.15) : c->look.margin / 2;
}

void view_bar(struct composer *c)
{
    struct column bar = bar_column(c);
    int y = c->look.page.h - foot_px(c) - bar.size.h;
    column_draw(c, &bar, rect_of_size(c->look.page), bar_x(c, &bar), y, LOOK_CONTRAST);
}
