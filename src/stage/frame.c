#include "stage/frame.h"

#include <inttypes.h>
#include <math.h>

#include "base/num.h"

int frame_hit(const struct frame *f, struct point p)
{
    for (int i = f->placed_count - 1; i >= 0; i--) {
        if (rect_contains(f->placed[i].hit, p)) {
            return f->placed[i].item;
        }
    }
    return -1;
}

static void dump_rect(struct strbuf *out, const char *name, struct rect r)
{
    strbuf_printf(out, ",\"%s\":[%d,%d,%d,%d]", name, r.x, r.y, r.w, r.h);
}

static void dump_text(struct strbuf *out, const char *name, struct str value)
{
    strbuf_printf(out, ",\"%s\":", name);
    json_write_string(out, value);
}

static const char *truth(bool yes)
{
    return yes ? "true" : "false";
}

static double degrees(double mm, int distance_mm)
{
    return 2 * atan(mm / 2 / distance_mm) * 57.29577951308232;
}

/* How the text is set; and on a screen of known size, what the visitor's eye and finger meet. */
static void dump_sizes(struct strbuf *out, const struct placed *p, const struct look *look)
{
    strbuf_printf(out, ",\"px\":%d,\"cap_px\":%d,\"line_px\":%d,\"letter_px\":%d,\"word_px\":%d", p->px, p->cap_px,
                  p->line_px, p->letter_px, p->word_px);
    dump_rect(out, "words", p->words);
    dump_rect(out, "set", p->set);
    if (look->mm_per_px > 0) {
        double cap = look_mm(look, p->cap_px);
        strbuf_printf(out, ",\"cap_mm\":%.2f,\"hit_mm\":[%.2f,%.2f]", cap, look_mm(look, p->hit.w),
                      look_mm(look, p->hit.h));
        if (look->screen.distance > 0) {
            strbuf_printf(out, ",\"cap_deg\":%.3f", degrees(cap, look->screen.distance));
        }
    }
}

static void dump_item(struct strbuf *out, const struct item *item, const struct placed *p, const struct look *look,
                      bool has_focus)
{
    strbuf_printf(out, "{\"role\":\"%s\"", role_name(item->role));
    dump_text(out, "id", item->id);
    dump_text(out, "name", item->name);
    dump_text(out, "value", item->value);
    dump_text(out, "hint", item->hint);
    dump_text(out, "lang", item->lang);
    strbuf_printf(out, ",\"on\":%s,\"focus\":%s,\"can_focus\":%s", truth(item->on), truth(has_focus),
                  truth(item_can_focus(item)));
    if (p) {
        dump_rect(out, "rect", p->rect);
        dump_rect(out, "seen", p->seen);
        dump_rect(out, "hit", p->hit);
        dump_sizes(out, p, look);
        strbuf_printf(out, ",\"ink\":\"#%02x%02x%02x\",\"contrast\":%.2f", p->ink.r, p->ink.g, p->ink.b, p->contrast);
    }
    strbuf_add_c(out, "}");
}

static const struct placed *place_of(const struct frame *f, int item)
{
    for (int i = 0; i < f->placed_count; i++) {
        if (f->placed[i].item == item) {
            return &f->placed[i];
        }
    }
    return NULL;
}

void frame_dump(const struct frame *f, const struct player *p, const struct look *look, const char *painter,
                struct strbuf *out)
{
    int count;
    const struct item *items = player_items(p, &count);
    strbuf_printf(out, "{\"size\":[%d,%d],\"unit\":%.2f,\"rtl\":%s,\"screen\":\"%s\",\"panel\":\"%s\"", look->page.w,
                  look->page.h + look->top, look->u, truth(f->rtl), screen_name(player_screen(p)), panel_name(player_panel(p)));
    dump_rect(out, "scroll_area", f->scroll_area);
    strbuf_printf(out, ",\"top\":%d", look->top);
    strbuf_printf(out, ",\"scroll_at\":%d,\"scroll_most\":%d", f->scroll_at, f->scroll_most);
    if (look->mm_per_px > 0) {
        strbuf_printf(out, ",\"mm_per_px\":%.4f", look->mm_per_px);
    }
    strbuf_printf(out, ",\"now\":%" PRId64, f->now_ms);
    strbuf_printf(out, ",\"painter\":\"%s\",\"page\":%d,\"moving\":%s,\"items\":[", painter, player_page(p),
                  truth(f->next_ms));
    for (int i = 0; i < count; i++) {
        strbuf_add_c(out, i ? "," : "");
        dump_item(out, &items[i], place_of(f, i), look, i == player_focus(p));
    }
    strbuf_add_c(out, "]}\n");
}
