#include "stage/column.h"

#include <math.h>

#include "base/utf8.h"

/* Where the next side-by-side box goes. */
struct flow {
    int x, y, row_h;
    bool in_row;
    int width;
};

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static bool is_inline(enum box_kind box)
{
    return box == BOX_BUTTON || box == BOX_OPTION || box == BOX_KEY || box == BOX_BAR || box == BOX_BAR_TIGHT;
}

static int pad_x(const struct composer *c, enum box_kind box)
{
    switch (box) {
    case BOX_NONE:
        return 0;
    case BOX_BUTTON:
    case BOX_CARD:
        return look_px(&c->look, 0.55);
    case BOX_BAR_TIGHT:
    case BOX_KEY:
        return look_px(&c->look, 0.18);
    case BOX_BAR:
    case BOX_OPTION:
    case BOX_FIELD:
    case BOX_ROW:
        return look_px(&c->look, 0.4);
    }
    return 0;
}

/* A pad's button is named beside the words where its name is a single sign; longer ones the help tells. */
static bool has_sign(const struct composer *c, const struct cell *cell)
{
    struct str hint = c->items[cell->block.item].hint;
    bool is_button = cell->style.box == BOX_BUTTON || cell->style.box == BOX_BAR || cell->style.box == BOX_BAR_TIGHT;
    return is_button && player_hints(c->player)->device == DEVICE_PAD && utf8_count(hint) == 1;
}

/* The place before the words where a choice's number or a button's sign stands. */
static int number_px(const struct composer *c, const struct cell *cell)
{
    bool numbered = cell->style.box == BOX_CARD && c->items[cell->block.item].hint.n;
    return numbered || has_sign(c, cell) ? (int)lround(cell->style.setting.px * 1.1) : 0;
}

/* A switch says its state in words: it never rests on a mark alone. A field shows what is typed behind its name. */
static struct block lay_words(struct composer *c, int item, struct setting setting, int width)
{
    if (c->items[item].role != ROLE_SWITCH && c->items[item].role != ROLE_FIELD) {
        return block_lay(c, item, setting, width);
    }
    const struct string_value parts[] = {{"name", c->items[item].name}, {"value", c->items[item].value}};
    struct str words = strings_fill(player_strings(c->player), c->arena, "switch", parts, 2);
    return block_lay_words(c, item, words, setting, width);
}

static int rail_px(const struct composer *c, enum rail rail)
{
    return rail == RAIL_NONE ? 0 : look_px(&c->look, 1);
}

/* A row says its state beneath its name, and its key at its end. Returns the width left for the name. */
static int lay_asides(struct composer *c, struct cell *cell, int item, int width)
{
    struct setting aside = {FACE_UI, look_telling_px(&c->look, 0.6), 1.4, c->look.colours->second};
    if (cell->style.box != BOX_ROW) {
        return width;
    }
    if (c->items[item].hint.n) {
        cell->key = block_lay_words(c, item, c->items[item].hint, aside, width / 3);
        width -= cell->key.size.w + pad_x(c, BOX_ROW);
    }
    if (c->items[item].value.n) {
        cell->value = block_lay_words(c, item, c->items[item].value, aside, width);
    }
    return width;
}

/* The item behind it, where that is the same in the second language. */
static void lay_second(struct composer *c, struct cell *cell, int width)
{
    int item = compose_find_second(c, cell->block.item);
    if (item >= 0) {
        cell->second = block_lay(c, item, compose_second(c, cell->style.setting), width);
        cell->second_gap = cell->style.setting.px / (cell->style.box == BOX_NONE ? 3 : 6);
    }
}

static int words_height(const struct cell *cell)
{
    return cell->block.size.h + cell->second_gap + cell->second.size.h + cell->value.size.h;
}

static void lay_cell(struct composer *c, struct cell *cell, int item, int width)
{
    int pad = pad_x(c, cell->style.box);
    int level = c->items[item].level * look_px(&c->look, 0.7) + rail_px(c, cell->style.rail);
    cell->block.item = item;
    int before = pad + (cell->style.box == BOX_NONE ? level : number_px(c, cell));
    int room = lay_asides(c, cell, item, width - before - pad);
    cell->block = lay_words(c, item, cell->style.setting, room);
    lay_second(c, cell, room);
    int h = words_height(cell);
    int w = is_inline(cell->style.box) ? before + cell->block.size.w + pad : width;
    if (cell->style.box != BOX_NONE) {
        int roomy = h + look_px(&c->look, cell->style.box == BOX_CARD ? 0.5 : 0.2);
        int least = cell->style.box == BOX_CARD ? c->look.choice_target : c->look.target;
        h = roomy > least ? roomy : least;
    }
    int more = is_inline(cell->style.box) && w < c->look.target ? c->look.target - w : 0;
    bool has_ground = cell->style.box == BOX_BUTTON || cell->style.box == BOX_OPTION || cell->style.box == BOX_KEY;
    cell->rect = (struct rect){0, 0, w + more, h};
    cell->text = (struct point){before + (has_ground ? more / 2 : 0), (h - words_height(cell)) / 2};
}

static void end_row(struct flow *f)
{
    if (f->in_row) {
        f->y += f->row_h;
        f->in_row = false;
        f->x = 0;
        f->row_h = 0;
    }
}

static void place_inline(const struct composer *c, struct flow *f, struct cell *cell)
{
    double usual = cell->style.box == BOX_BAR_TIGHT ? 0.1 * c->look.around * c->look.around : 0.35;
    usual = cell->style.box == BOX_KEY ? 0.15 : usual;
    int gap = larger(look_px(&c->look, usual), c->look.gap);
    /* Names stay further apart than their words. */
    int beside = gap + 2 * (2 * cell->block.letter_px + cell->block.word_px);
    bool begins = c->items[cell->block.item].part == PART_KEY && c->items[cell->block.item].level == 1;
    if (f->in_row && (begins || f->x + cell->rect.w > f->width)) {
        end_row(f);
        f->y += begins ? larger(gap, cell->style.before_px) : gap;
        f->in_row = true;
    } else if (!f->in_row) {
        f->y += f->y ? larger(cell->style.before_px, c->look.gap) : 0;
        f->in_row = true;
    }
    cell->rect.x = f->x;
    cell->rect.y = f->y;
    f->x += cell->rect.w + beside;
    f->row_h = cell->rect.h > f->row_h ? cell->rect.h : f->row_h;
}

static bool is_heading(const struct item *item)
{
    return item->part == PART_TITLE || item->part == PART_OVERLINE || item->part == PART_LABEL;
}

/* Paragraphs stand apart as a person has it; a note and what it explains, a heading and what follows it, by
 * half of that, so that it is still seen what belongs together. */
static int before_px(const struct composer *c, const struct cell *cell, const struct cell *above)
{
    if (cell->style.box != BOX_NONE) {
        return larger(cell->style.before_px, c->look.gap);
    }
    int apart = look_paragraph_px(&c->look, cell->style.setting.px);
    bool belongs = c->items[cell->block.item].part == PART_NOTE || (above && is_heading(&c->items[above->block.item]));
    return larger(cell->style.before_px, belongs ? apart / 2 : apart);
}

static void place_block(const struct composer *c, struct flow *f, struct cell *cell, const struct cell *above)
{
    end_row(f);
    f->y += f->y ? before_px(c, cell, above) : 0;
    cell->rect.y = f->y;
    f->y += cell->rect.h;
}

int column_pad(const struct composer *c, enum box_kind box)
{
    return pad_x(c, box);
}

struct column column_make(struct composer *c, int width_px, column_style_fn style)
{
    struct column col = {.cells = arena_new(c->arena, struct cell, (size_t)c->item_count)};
    struct flow flow = {.width = width_px};
    for (int i = 0; i < c->item_count; i++) {
        struct cell *cell = &col.cells[col.count];
        if (!style(c, &c->items[i], &cell->style)) {
            continue;
        }
        lay_cell(c, cell, i, width_px);
        if (is_inline(cell->style.box)) {
            place_inline(c, &flow, cell);
        } else {
            place_block(c, &flow, cell, col.count ? cell - 1 : NULL);
        }
        int right = cell->rect.x + cell->rect.w;
        int words = cell->block.size.w > cell->second.size.w ? cell->block.size.w : cell->second.size.w;
        int ink = cell->style.box == BOX_NONE ? cell->text.x + words : right;
        col.size.w = right > col.size.w ? right : col.size.w;
        col.ink_w = ink > col.ink_w ? ink : col.ink_w;
        col.count++;
    }
    end_row(&flow);
    col.size.h = flow.y;
    return col;
}

/* A square before the option in force and a line beneath it: the state never rests on colour alone. */
static void draw_mark(struct composer *c, const struct item *item, struct rect r)
{
    const struct palette *p = c->look.colours;
    if (!item->on) {
        return;
    }
    int pad = pad_x(c, BOX_OPTION);
    int side = pad * 2 / 5;
    int line = side / 3 + 1;
    struct rect square = {r.x + (pad - side) / 2, r.y + (r.h - side) / 2, side, side};
    drawlist_rect(&c->frame->list, square, p->accent);
    drawlist_rect(&c->frame->list, (struct rect){r.x + pad, r.y + r.h - 2 * line, r.w - 2 * pad, line}, p->accent);
}

static struct colour ground_of(const struct composer *c, const struct cell *cell, const struct item *item)
{
    struct colour ground = c->look.colours->button;
    switch (cell->style.box) {
    case BOX_NONE:
    case BOX_BAR:
    case BOX_BAR_TIGHT:
        ground.a = 0;
        break;
    case BOX_BUTTON:
    case BOX_KEY:
        break;
    case BOX_OPTION:
        ground.a = item->on ? 255 : 0;
        break;
    case BOX_CARD:
        ground = c->look.colours->card;
        break;
    case BOX_FIELD:
    case BOX_ROW:
        ground = c->look.colours->row;
        break;
    }
    return ground;
}

static void draw_number(struct composer *c, const struct cell *cell, struct rect r, double contrast)
{
    struct setting setting = cell->style.setting;
    setting.ink = c->look.colours->accent;
    struct block number = block_lay_words(c, cell->block.item, c->items[cell->block.item].hint, setting, r.w);
    struct rect at = {r.x + pad_x(c, cell->style.box), r.y + cell->text.y, number.size.w, number.line_px};
    block_draw(c, &number, 0, 1, at, contrast);
}

static void draw_asides(struct composer *c, const struct cell *cell, struct rect r, double contrast)
{
    if (cell->key.layout.line_count) {
        struct rect at = {r.x + r.w - pad_x(c, BOX_ROW) - cell->key.size.w, r.y + (r.h - cell->key.size.h) / 2,
                          cell->key.size.w, cell->key.size.h};
        block_draw(c, &cell->key, 0, cell->key.layout.line_count, at, contrast);
    }
    if (cell->value.layout.line_count) {
        struct rect at = {r.x + cell->text.x, r.y + cell->text.y + cell->block.size.h, cell->value.size.w,
                          cell->value.size.h};
        block_draw(c, &cell->value, 0, cell->value.layout.line_count, at, contrast);
    }
}

/* The line runs on through the space above. The present scene's mark is larger, gold and has a ring: its
 * words say it too. */
static void draw_rail(struct composer *c, const struct cell *cell, struct rect r, bool is_first)
{
    int line = look_px(&c->look, 0.05) > 2 ? look_px(&c->look, 0.05) : 2;
    int middle = r.x + look_px(&c->look, 0.35);
    int above = is_first ? 0 : cell->style.before_px;
    int y = r.y + cell->text.y + cell->block.line_px / 2;
    int from = is_first ? y : r.y - above;
    struct colour dim = c->look.colours->second;
    dim.a = 120;
    drawlist_rect(&c->frame->list, (struct rect){middle - line / 2, from, line, r.y + r.h - from}, dim);
    int side = look_px(&c->look, cell->style.rail == RAIL_HERE ? 0.42 : 0.2);
    struct rect mark = {middle - side / 2, y - side / 2, side, side};
    if (cell->style.rail == RAIL_YEAR) {
        mark = (struct rect){middle - side, y - line, 2 * side, 2 * line};
    }
    if (cell->style.rail != RAIL_LINE) {
        const struct palette *p = c->look.colours;
        drawlist_rect(&c->frame->list, mark, cell->style.rail == RAIL_POINT ? p->second : p->accent);
    }
    if (cell->style.rail == RAIL_HERE) {
        drawlist_rect(&c->frame->list, rect_inset(mark, side / 4, side / 4), c->look.colours->panel);
    }
}

/* Where the next letter goes, and a line beneath all of it: it is no button. */
static void draw_typing(struct composer *c, const struct cell *cell, struct rect r)
{
    const struct layout *l = &cell->block.layout;
    const struct layout_line *last = l->line_count ? &l->lines[l->line_count - 1] : NULL;
    int line = look_px(&c->look, 0.06) > 2 ? look_px(&c->look, 0.06) : 2;
    int x = r.x + cell->text.x + (last ? last->width_px : 0) + line;
    struct str typed = c->items[cell->block.item].value;
    for (size_t n = typed.n; n > 0 && typed.s[n - 1] == ' '; n--) {
        x += cell->style.setting.px / 4; /* blanks at a line's end are not set */
    }
    int y = r.y + cell->text.y + (l->line_count ? l->line_count - 1 : 0) * cell->block.line_px;
    drawlist_rect(&c->frame->list, (struct rect){x, y, line, cell->block.line_px}, c->look.colours->accent);
    drawlist_rect(&c->frame->list, (struct rect){r.x, r.y + r.h - line, r.w, line}, c->look.colours->second);
}

static void draw_cell(struct composer *c, const struct cell *cell, int x, int y, double contrast)
{
    const struct item *item = &c->items[cell->block.item];
    struct rect r = rect_moved(cell->rect, x, y);
    if (cell->style.box != BOX_NONE) {
        compose_box(c, cell->block.item, r, ground_of(c, cell, item));
        (void)compose_place(c, cell->block.item, r, item_can_focus(item) ? r : (struct rect){0});
    }
    if (cell->style.box == BOX_OPTION) {
        draw_mark(c, item, r);
    }
    if (number_px(c, cell)) {
        draw_number(c, cell, r, contrast);
    }
    draw_asides(c, cell, r, contrast);
    struct rect text = {r.x + cell->text.x, r.y + cell->text.y, cell->rect.w - cell->text.x, cell->block.size.h};
    block_draw(c, &cell->block, 0, cell->block.layout.line_count, text, contrast);
    if (cell->style.box == BOX_FIELD) {
        draw_typing(c, cell, r);
    }
    if (cell->second.layout.line_count) {
        text.y += cell->block.size.h + cell->second_gap;
        text.h = cell->second.size.h;
        block_draw(c, &cell->second, 0, cell->second.layout.line_count, text, contrast);
    }
}

/* A part of a box, without its words, says nothing: one that would fit is seen whole or not at all. What lies
 * wholly outside is not set either: a long history costs no more than its screenful. */
static bool is_in_sight(const struct composer *c, const struct cell *cell, struct rect r, struct rect view)
{
    bool is_cut = r.y < view.y || r.y + r.h > view.y + view.h;
    if (c->layout_only || !is_cut) {
        return true;
    }
    bool is_outside = r.y >= view.y + view.h || r.y + r.h <= view.y;
    return !is_outside && (cell->style.box == BOX_NONE || r.h > view.h);
}

void column_draw(struct composer *c, const struct column *col, struct rect view, int x, int y, double contrast)
{
    struct rect before = c->frame->list.clip;
    drawlist_clip(&c->frame->list, rect_intersect(before, view));
    for (int i = 0; i < col->count; i++) {
        struct rect r = rect_moved(col->cells[i].rect, x, y);
        bool has_rail = col->cells[i].style.rail != RAIL_NONE;
        if (has_rail && r.y + r.h > view.y && r.y - col->cells[i].style.before_px < view.y + view.h) {
            draw_rail(c, &col->cells[i], r, i == 0);
        }
        if (is_in_sight(c, &col->cells[i], r, view)) {
            draw_cell(c, &col->cells[i], x, y, contrast);
        }
    }
    drawlist_clip(&c->frame->list, before);
}

static void draw_scroll_bar(struct composer *c, const struct column *col, struct rect view, int scroll)
{
    int w = look_px(&c->look, 0.1) > 4 ? look_px(&c->look, 0.1) : 4;
    int h = (int)((double)view.h * view.h / col->size.h);
    int y = view.y + (int)((double)(view.h - h) * scroll / (col->size.h - view.h));
    struct rect at = {view.x + view.w - w, view.y, w, view.h};
    drawlist_rect(&c->frame->list, at, c->look.colours->rail);
    drawlist_rect(&c->frame->list, (struct rect){at.x, y, w, h}, c->look.colours->second);
}

/* What has the focus in this cell: the cell, or the lines of a link in it. */
static bool focused_in(const struct composer *c, const struct cell *cell, struct rect *r_out)
{
    int first;
    int last;
    *r_out = cell->rect;
    if (cell->block.item == c->focus) {
        return true;
    }
    if (!block_focused_link(c, &cell->block, &first, &last)) {
        return false;
    }
    r_out->y += cell->text.y + first * cell->block.line_px;
    r_out->h = (last - first + 1) * cell->block.line_px;
    return true;
}

/* A third down, so that what came before it is seen too. */
static int scroll_to_anchor(const struct column *col, int view_h, int scroll)
{
    for (int i = 0; i < col->count; i++) {
        if (col->cells[i].style.is_anchor) {
            return col->cells[i].rect.y - view_h / 3;
        }
    }
    return scroll;
}

static bool is_followed(const struct composer *c, const struct cell *cell, struct rect *r_out)
{
    int item = cell->block.item;
    if (c->follow_count == 0) {
        return focused_in(c, cell, r_out);
    }
    *r_out = cell->rect;
    return item >= c->follow_from && item < c->follow_from + c->follow_count;
}

/* Moves `scroll` as little as brings the focused cell, with its ring, into view; of several the first. */
static int scroll_to_focus(const struct composer *c, const struct column *col, int view_h, int scroll)
{
    int ring = look_px(&c->look, 0.25);
    for (int i = col->count - 1; i >= 0; i--) {
        struct rect r;
        if (is_followed(c, &col->cells[i], &r)) {
            r = rect_inset(r, -ring, -ring);
            if (r.y + r.h > scroll + view_h) {
                scroll = r.y + r.h - view_h;
            }
            scroll = r.y < scroll ? r.y : scroll;
        }
    }
    return scroll;
}

void column_scroll(struct composer *c, const struct column *col, struct rect view, double align, double contrast)
{
    int over = col->size.h - view.h;
    /* The ring of a focused box reaches past the column's edges. */
    int ring = look_px(&c->look, 0.25);
    struct rect clip = rect_inset(view, -ring, over <= 0 ? -ring : -ring / 2);
    if (over <= 0) {
        c->scroll = 0;
        column_draw(c, col, clip, view.x, view.y + (int)(align * -over), contrast);
        return;
    }
    if (c->arrives) {
        c->scroll = scroll_to_anchor(col, view.h, c->scroll);
    }
    if (c->share >= 0) {
        c->scroll = (int)lround(c->share * over);
    }
    if (c->follow_focus) {
        c->scroll = scroll_to_focus(c, col, view.h, c->scroll);
    }
    c->scroll = c->scroll < 0 ? 0 : (c->scroll > over ? over : c->scroll);
    c->frame->scroll_area = drawlist_place(&c->frame->list, view);
    c->frame->scroll_most = over;
    struct column_step step = column_step(c, col, view.h, c->scroll);
    c->frame->scroll_up = step.up;
    c->frame->scroll_down = step.down;
    column_draw(c, col, clip, view.x, view.y - c->scroll, contrast);
    struct rect rail = {view.x, view.y, view.w + look_px(&c->look, 0.6), view.h};
    draw_scroll_bar(c, col, rail, c->scroll);
}
