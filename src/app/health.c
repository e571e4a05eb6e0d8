#include "app/health.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/num.h"
#include "config.h"

void health_open(struct health *h)
{
    *h = (struct health){0};
    struct str folders = str_from(getenv("RUNTIME_DIRECTORY"));
    struct str folder = str_sub(folders, 0, str_find(folders, ':', 0));
    if (str_starts(folder, STR("/"))) {
        strbuf_add(&h->path, folder);
        strbuf_add_c(&h->path, "/health.json");
    }
}

void health_finish(struct health *h)
{
    strbuf_finish(&h->path);
    *h = (struct health){0};
}

bool health_is_due(const struct health *h, int64_t now_ms)
{
    return h->path.n > 0 && (!h->is_written || now_ms - h->written_ms >= HEALTH_EVERY_MS);
}

static void add_id(struct strbuf *out, const char *name, struct str id)
{
    strbuf_printf(out, ",\"%s\":", name);
    if (id.n) {
        json_write_string(out, id);
    } else {
        strbuf_add_c(out, "null");
    }
}

void health_print(const struct health_report *r, struct strbuf *out)
{
    strbuf_printf(out, "{\"state\":\"%s\"", r->state);
    add_id(out, "scene", r->scene);
    strbuf_printf(out, ",\"uptime_s\":%lld,\"last_input_s\":", (long long)(r->uptime_ms / 1000));
    if (r->input_ms >= 0) {
        strbuf_printf(out, "%lld", (long long)(r->input_ms / 1000));
    } else {
        strbuf_add_c(out, "null");
    }
    strbuf_printf(out, ",\"frames\":%lld,\"errors\":%d,\"version\":", (long long)r->frames, r->errors);
    json_write_string(out, STR(LANTERN_VERSION));
    add_id(out, "story", r->story);
    strbuf_add_c(out, "}\n");
}

/* Not file_save_atomic: that waits for the disk, and the main loop has no time for one that is slow. It is the news
 * of this minute, and worth nothing after the plug is pulled. */
static bool replace(const char *path, struct str text)
{
    struct strbuf made = {0};
    strbuf_printf(&made, "%s.new", path);
    (void)unlink(made.s); /* of a start that fell just here; and never somebody's link */
    int fd = open(made.s, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
    bool ok = fd >= 0 && write(fd, text.s, text.n) == (ssize_t)text.n;
    ok = ok && fchmod(fd, 0644) == 0; /* for those who watch, whatever the unit's UMask= */
    ok = (fd < 0 || close(fd) == 0) && ok && rename(made.s, path) == 0;
    if (!ok) {
        (void)unlink(made.s);
    }
    strbuf_finish(&made);
    return ok;
}

void health_write(struct health *h, const struct health_report *r, int64_t now_ms)
{
    struct strbuf text = {0};
    health_print(r, &text);
    (void)replace(h->path.s, strbuf_str(&text));
    strbuf_finish(&text);
    h->is_written = true;
    h->written_ms = now_ms;
}
