#include "stage/compose.h"

#include <math.h>
#include <string.h>

int compose_find(const struct composer *c, enum part part)
{
    for (int i = 0; i < c->item_count; i++) {
        if (c->items[i].part == part) {
            return i;
        }
    }
    return -1;
}

/* --- text --- */

static struct layout_span *spans_of(struct composer *c, const struct item *item)
{
    struct layout_span *spans = arena_new(c->arena, struct layout_span, (size_t)item->span_count);
    for (int i = 0; i < item->span_count; i++) {
        const struct span *s = &item->spans[i];
        spans[i] = (struct layout_span){.from = s->from, .to = s->to};
        switch (s->kind) {
        case SPAN_EMPHASIS:
            spans[i].flags = RUN_EMPHASIS;
            break;
        case SPAN_TERM:
            spans[i].flags = RUN_LINK;
            break;
        case SPAN_LANG:
            spans[i].language = s->target;
            break;
        }
    }
    return spans;
}

int setting_line_px(const struct composer *c, struct setting setting)
{
    return look_line_px(&c->look, setting.px, look_leading(setting.leading, c->writing.script));
}

/* Does another paragraph follow this line? An empty line parts them well enough by itself. */
static bool ends_paragraph(const struct layout *l, int line)
{
    return l->lines[line].ends_by_newline && l->lines[line].run_count > 0 && line + 1 < l->line_count &&
           l->lines[line + 1].run_count > 0;
}

int block_height(const struct block *b, int first, int count)
{
    int h = count * b->line_px;
    for (int i = first; i + 1 < first + count; i++) {
        h += ends_paragraph(&b->layout, i) ? b->gap_px : 0;
    }
    return h;
}

/* `b` with its text in lines; marked: with the spans of its item. */
static struct block laid(struct composer *c, struct block b, bool marked, int width_px)
{
    const struct item *it = &c->items[b.item];
    b.setting.face = look_face(&c->look, b.setting.face);
    struct font_setting font = {c->fonts, b.setting.face, b.setting.px, b.letter_px, b.word_px};
    struct layout_text text = {
        .text = b.text,
        .spans = marked ? spans_of(c, it) : NULL,
        .span_count = marked ? it->span_count : 0,
        .language = it->lang,
        .width_px = width_px,
        .measurer = font_measurer_of(&font),
    };
    b.layout = layouter_lay(c->layouter, &text, c->arena);
    b.size = (struct size){b.layout.width_px, block_height(&b, 0, b.layout.line_count)};
    return b;
}

static struct block spaced(const struct composer *c, int item, struct str words, struct setting setting)
{
    return (struct block){
        .item = item,
        .setting = setting,
        .text = words,
        .line_px = setting_line_px(c, setting),
        .spare_px = setting_line_px(c, setting) - (int)lround(setting.px * look_leading(setting.leading, c->writing.script)),
        .gap_px = look_paragraph_px(&c->look, setting.px),
        .letter_px = look_letter_px(&c->look, setting.px),
        .word_px = look_word_px(&c->look, setting.px),
    };
}

struct block block_lay(struct composer *c, int item, struct setting setting, int width_px)
{
    return laid(c, spaced(c, item, c->items[item].name, setting), true, width_px);
}

struct block block_lay_words(struct composer *c, int item, struct str words, struct setting setting, int width_px)
{
    return laid(c, spaced(c, item, words, setting), false, width_px);
}

struct block block_lay_name(struct composer *c, int item, struct str words, struct setting setting, int width_px)
{
    struct block b = {.item = item, .setting = setting, .text = words};
    b.line_px = (int)lround(setting.px * look_leading(setting.leading, c->writing.script));
    return laid(c, b, false, width_px);
}

/* --- links --- */

int compose_link(const struct composer *c, int owner, int span)
{
    for (int i = owner + 1; span >= 0 && i < c->item_count && c->items[i].part == PART_TERM; i++) {
        if (c->items[i].level == span) {
            return i;
        }
    }
    return -1;
}

bool block_focused_link(const struct composer *c, const struct block *b, int *first_out, int *last_out)
{
    bool any = false;
    for (int i = 0; c->focus > b->item && i < b->layout.line_count; i++) {
        const struct layout_line *line = &b->layout.lines[i];
        for (int r = 0; r < line->run_count; r++) {
            if (compose_link(c, b->item, line->runs[r].link) == c->focus) {
                *first_out = any ? *first_out : i;
                *last_out = i;
                any = true;
            }
        }
    }
    return any;
}

/* A link across two lines takes presses on each of its pieces, not on all between them. */
static void place_link_piece(struct composer *c, int link, struct rect words, struct rect hit)
{
    struct frame *f = c->frame;
    struct rect clip = f->list.clip;
    if (f->placed_count < PLACED_MOST) {
        f->placed[f->placed_count++] = (struct placed){
            .item = link,
            .rect = words,
            .seen = rect_intersect(words, clip),
            .hit = rect_intersect(hit, clip),
        };
    }
}

/* The ground of a link, and where it takes presses: the words, and room for a finger around them. */
static void draw_link_ground(struct composer *c, int link, struct rect words)
{
    int least = c->look.target;
    int more_x = words.w < least ? (least - words.w) / 2 + 1 : 0;
    int more_y = words.h < least ? (least - words.h) / 2 + 1 : 0;
    compose_box(c, link, words, (struct colour){0});
    place_link_piece(c, link, words, rect_inset(words, -more_x, -more_y));
}

/* Behind the item and its links. */
int compose_find_second(const struct composer *c, int item)
{
    int i = item + 1;
    while (i < c->item_count && c->items[i].part == PART_TERM) {
        i++;
    }
    return i < c->item_count && c->items[i].part == PART_SECOND ? i : -1;
}

struct setting compose_second(const struct composer *c, struct setting setting)
{
    int least = look_telling_px(&c->look, 0);
    int px = (int)lround(setting.px * (setting.face == FACE_DISPLAY ? 0.5 : 0.72));
    setting.px = px > least ? px : least;
    setting.leading = setting.leading > 1.35 ? setting.leading : 1.35;
    setting.ink = c->look.colours->second;
    return setting;
}

static void draw_run(struct composer *c, const struct block *b, const struct layout_run *run, int x, int baseline)
{
    int link = compose_link(c, b->item, run->link);
    if (link >= 0 && item_can_focus(&c->items[link])) {
        struct font_metrics m = fonts_metrics(c->fonts, b->setting.face, b->setting.px);
        struct rect words = {x + run->x_px, baseline - m.ascent, run->width_px, m.ascent + m.descent};
        draw_link_ground(c, link, words);
    }
    struct str text = str_sub(b->text, run->from, run->to - run->from);
    if (run->hyphen) {
        text = arena_printf(c->arena, "%.*s%s", STR_ARG(text), LAYOUT_HYPHEN);
    }
    struct glyph_run glyphs = {
        .face = face_with_flags(b->setting.face, run->style.flags),
        .px = b->setting.px,
        .rtl = run->style.rtl,
        .joins_before = run->style.joins_before,
        .joins_after = run->style.joins_after,
        .letter_px = b->letter_px,
        .word_px = b->word_px,
        .text = text,
        .x = x + run->x_px,
        .baseline = baseline,
        .colour = b->setting.ink,
    };
    memcpy(glyphs.script, run->style.script, sizeof glyphs.script);
    drawlist_glyphs(&c->frame->list, fonts_box(c->fonts, &glyphs), &glyphs);
    if (link >= 0) {
        int thick = b->setting.px / 24 > 1 ? b->setting.px / 24 : 1;
        int width = run->width_px > b->letter_px ? run->width_px - b->letter_px : run->width_px;
        struct rect under = {x + run->x_px, baseline + b->setting.px / 7, width, thick};
        drawlist_rect(&c->frame->list, under, c->look.colours->link);
    }
}

static void draw_line(struct composer *c, const struct block *b, const struct layout_line *line,
                      struct rect box, int top)
{
    struct font_metrics m = fonts_metrics(c->fonts, b->setting.face, b->setting.px);
    int baseline = top + (b->line_px - m.ascent - m.descent) / 2 + m.ascent;
    int x = line->rtl ? box.x + b->size.w - line->width_px : box.x;
    for (int i = 0; i < line->run_count; i++) {
        draw_run(c, b, &line->runs[i], x, baseline);
    }
}

/* Half a line is no line: what the clip would cut through the letters of is not set. */
static bool is_whole(const struct composer *c, const struct block *b, int top)
{
    int lead = b->line_px > b->setting.px ? (b->line_px - b->setting.px) / 2 : 0;
    struct rect clip = c->frame->list.clip;
    bool is_cut = top + lead < clip.y || top + b->line_px - lead > clip.y + clip.h;
    return !is_cut || clip.h < 2 * b->line_px; /* where there is room for one line alone, part of it is something */
}

void block_draw(struct composer *c, const struct block *b, int first, int count, struct rect box, double contrast)
{
    if (first + count > b->layout.line_count) {
        count = b->layout.line_count - first;
    }
    bool has_links = b->item + 1 < c->item_count && c->items[b->item + 1].part == PART_TERM;
    /* Of its words' own width and at the page's start, whichever way they run: a paragraph in the other
     * direction has its straight edge where its lines begin, and a page one edge where its texts do. */
    struct rect words = {box.x, box.y, b->size.w, block_height(b, first, count)};
    struct placed *p = compose_place(c, b->item, rect_inset(words, 0, b->spare_px / 2), (struct rect){0});
    struct rect lies = drawlist_place(&c->frame->list, words);
    struct rect set = {0}; /* the lines that are not cut */
    struct drawlist_way way = drawlist_as_seen(&c->frame->list); /* a line is laid out so */
    for (int i = 0; i < count; i++) {
        int top = lies.y + block_height(b, first, i + 1) - b->line_px;
        if (is_whole(c, b, top)) {
            set = rect_union(set, (struct rect){lies.x, top, lies.w, b->line_px});
            if (has_links || !c->layout_only) { /* links are placed as they are drawn */
                draw_line(c, b, &b->layout.lines[first + i], lies, top);
            }
        }
    }
    drawlist_resume(&c->frame->list, way);
    struct font_metrics m = fonts_metrics(c->fonts, b->setting.face, b->setting.px);
    p->px = b->setting.px;
    p->cap_px = m.cap_height;
    p->line_px = b->line_px;
    p->letter_px = b->letter_px;
    p->word_px = b->word_px;
    p->face = b->setting.face;
    p->ink = b->setting.ink;
    p->contrast = contrast;
    p->words = rect_union(p->words, lies);
    p->set = rect_union(p->set, rect_intersect(set, drawlist_place(&c->frame->list, c->frame->list.clip)));
}

/* --- places and boxes --- */

struct placed *compose_place(struct composer *c, int item, struct rect rect, struct rect hit)
{
    struct frame *f = c->frame;
    struct rect clip = drawlist_place(&f->list, f->list.clip);
    rect = drawlist_place(&f->list, rect);
    hit = rect_intersect(drawlist_place(&f->list, hit), clip);
    struct rect seen = rect_intersect(rect, clip);
    for (int i = 0; i < f->placed_count; i++) {
        if (f->placed[i].item == item) {
            struct placed *p = &f->placed[i];
            p->rect = rect_union(p->rect, rect);
            p->seen = rect_union(p->seen, seen);
            p->hit = rect_union(p->hit, hit);
            return p;
        }
    }
    struct placed *p = &f->placed[f->placed_count < PLACED_MOST ? f->placed_count++ : PLACED_MOST - 1];
    *p = (struct placed){.item = item, .rect = rect, .seen = seen, .hit = hit};
    return p;
}

static void outline(struct drawlist *l, struct rect r, int thick, struct colour colour)
{
    drawlist_rect(l, (struct rect){r.x, r.y, r.w, thick}, colour);
    drawlist_rect(l, (struct rect){r.x, r.y + r.h - thick, r.w, thick}, colour);
    drawlist_rect(l, (struct rect){r.x, r.y + thick, thick, r.h - 2 * thick}, colour);
    drawlist_rect(l, (struct rect){r.x + r.w - thick, r.y + thick, thick, r.h - 2 * thick}, colour);
}

struct rect compose_screen(const struct composer *c)
{
    return (struct rect){0, -c->look.top, c->look.page.w, c->look.page.h + c->look.top};
}

int compose_line_px(const struct composer *c)
{
    double u = c->look.colours->outlines == OUTLINES_ALL ? 0.05 : 0.025;
    int thick = look_px(&c->look, u);
    return thick > 1 ? thick : 1;
}

/* A ring of two tones, at least 3 px each, outside the box: seen on any ground (WCAG 2.2, 2.4.13). */
static void draw_ring(struct composer *c, struct rect r)
{
    int thick = look_px(&c->look, 0.07) > 3 ? look_px(&c->look, 0.07) : 3;
    outline(&c->frame->list, rect_inset(r, -thick, -thick), thick, c->look.colours->ring_inner);
    outline(&c->frame->list, rect_inset(r, -2 * thick, -2 * thick), thick, c->look.colours->ring_outer);
}

/* Inside the box; twice as thick where it is held down, as not all palettes tell that by its ground. */
static void draw_outline(struct composer *c, struct rect r, struct colour ground, bool is_pressed)
{
    const struct palette *p = c->look.colours;
    if (p->outlines == OUTLINES_ALL || (p->outlines == OUTLINES_GROUNDS && ground.a)) {
        int thick = compose_line_px(c);
        outline(&c->frame->list, r, is_pressed ? 2 * thick : thick, p->line);
    }
}

void compose_box(struct composer *c, int item, struct rect r, struct colour ground)
{
    if (item == c->pressed) {
        ground = c->look.colours->pressed;
    }
    if (ground.a) {
        drawlist_rect(&c->frame->list, r, ground);
    }
    draw_outline(c, r, ground, item == c->pressed);
    if (item == c->focus) {
        draw_ring(c, r);
    }
}

/* --- scrims --- */

static bool is_sheet(const struct composer *c)
{
    return c->look.colours->scrim == SCRIM_SHEET;
}

uint8_t compose_scrim(struct composer *c, struct rect region, struct colour ink, uint8_t least)
{
    if (is_sheet(c)) {
        return 255;
    }
    struct rect seen = rect_intersect(region, rect_of_size(c->look.page));
    struct tones tones = backdrop_tones(c->backdrop, drawlist_place(&c->frame->list, seen), c->now_ms);
    uint8_t needed = scrim_alpha(tones, c->look.colours->panel, ink, LOOK_CONTRAST);
    return needed > least ? needed : least;
}

static void draw_paper(struct composer *c, struct rect r, uint8_t alpha)
{
    struct colour paper = c->look.colours->panel;
    paper.a = alpha;
    drawlist_rect(&c->frame->list, r, paper);
}

/* Where a sheet's head is not the screen's edge. */
static void draw_top_line(struct composer *c, int width)
{
    int thick = c->look.top > 0 ? compose_line_px(c) : 0;
    drawlist_rect(&c->frame->list, (struct rect){0, 0, width, thick}, c->look.colours->line);
}

/* A little past the words, where a soft scrim would fade out. */
static void corner_sheet(struct composer *c, struct size core, uint8_t alpha)
{
    int reach = look_px(&c->look, 0.2);
    int thick = compose_line_px(c);
    struct colour line = c->look.colours->line;
    struct rect r = {0, 0, core.w + reach, core.h + reach};
    draw_paper(c, r, alpha);
    draw_top_line(c, r.w + thick);
    drawlist_rect(&c->frame->list, (struct rect){0, r.h, r.w + thick, thick}, line);
    drawlist_rect(&c->frame->list, (struct rect){r.w, 0, thick, r.h}, line);
}

void compose_scrim_corner(struct composer *c, struct size core, int fade, uint8_t alpha)
{
    if (is_sheet(c)) {
        corner_sheet(c, core, alpha);
        return;
    }
    if (c->look.top > 0) {
        /* in the midst of the screen a corner would have an edge */
        compose_scrim_foot(c, c->look.page.h, look_px(&c->look, 2), alpha);
        return;
    }
    struct size page = c->look.page;
    struct size size = {core.w + fade < page.w ? core.w + fade : page.w,
                        core.h + fade < page.h ? core.h + fade : page.h};
    struct colour colour = c->look.colours->panel;
    colour.a = alpha;
    bool shows = alpha && !c->layout_only;
    struct bitmap *shade = shows ? shades_corner(c->shades, size, core, fade, colour, c->frame->rtl) : NULL;
    if (shade) {
        struct picture_shot shot = {.bitmap = shade, .view = view_whole(size)};
        drawlist_blend(&c->frame->list, rect_of_size(size), shot);
    }
}

/* One sheet in the shape of an L: its two parts do not overlap, and its line is where the picture begins. */
static void side_sheet(struct composer *c, int depth, uint8_t alpha, int foot)
{
    struct size page = c->look.page;
    int thick = compose_line_px(c);
    struct colour line = c->look.colours->line;
    int top = page.h - foot;
    draw_paper(c, (struct rect){0, 0, depth, page.h}, alpha);
    draw_paper(c, (struct rect){depth, top, page.w - depth, foot}, alpha);
    draw_top_line(c, depth);
    drawlist_rect(&c->frame->list, (struct rect){depth, 0, thick, top}, line);
    drawlist_rect(&c->frame->list, (struct rect){depth, top - thick, page.w - depth, thick}, line);
}

void compose_scrim_side(struct composer *c, int depth, uint8_t alpha, int foot, uint8_t foot_alpha)
{
    if (is_sheet(c)) {
        side_sheet(c, depth, alpha > foot_alpha ? alpha : foot_alpha, foot);
        return;
    }
    if (c->look.top > 0) {
        compose_scrim_foot(c, c->look.page.h, look_px(&c->look, 5), alpha > foot_alpha ? alpha : foot_alpha);
        return;
    }
    compose_scrim_corner(c, (struct size){depth, c->look.page.h}, look_px(&c->look, 9), alpha);
    compose_scrim_foot(c, foot, look_px(&c->look, 2), foot_alpha);
}

/* One step of alpha a strip at most, so that no edge shows. */
static void fade_out(struct composer *c, int bottom, int fade, uint8_t alpha)
{
    int strips = alpha < fade ? alpha : fade;
    for (int i = 0; i < strips; i++) {
        int from = fade * i / strips;
        int to = fade * (i + 1) / strips;
        double t = 1 - (i + 0.5) / strips;
        struct rect strip = {0, bottom - to, c->look.page.w, to - from};
        draw_paper(c, strip, (uint8_t)lround(alpha * t * t * (3 - 2 * t)));
    }
}

static void foot_sheet(struct composer *c, int depth, uint8_t alpha)
{
    struct size page = c->look.page;
    int top = page.h - depth - look_px(&c->look, 0.25);
    int thick = compose_line_px(c);
    draw_paper(c, (struct rect){0, top, page.w, page.h - top}, alpha);
    drawlist_rect(&c->frame->list, (struct rect){0, top - thick, page.w, thick}, c->look.colours->line);
}

void compose_scrim_foot(struct composer *c, int depth, int fade, uint8_t alpha)
{
    if (is_sheet(c)) {
        foot_sheet(c, depth, alpha);
        return;
    }
    struct size page = c->look.page;
    draw_paper(c, (struct rect){0, page.h - depth, page.w, depth}, alpha);
    fade_out(c, page.h - depth, fade, alpha);
}
