#include <assert.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>

#include "base/memory.h"
#include "stage/picture.h"
#include "stage/picture_decode.h"

enum { UNWANTED = -1 };
#define MEGABYTE ((size_t)1000 * 1000)

struct entry {
    struct picture_want want;
    enum picture_state state;
    struct ready_picture ready;
    size_t bytes; /* of its bitmap; a guess until it was ready once */
    int rank;     /* in the list of wants, or UNWANTED */
    bool is_in_work;
    uint64_t used_at;
};

struct picture_cache {
    struct picture_source source;
    size_t given_budget_bytes, budget_bytes;
    struct worker_pool *pool; /* or NULL */
    int threads;
    int in_work;
    uint64_t generation; /* what an older one asked for comes too late */
    uint64_t now;        /* counts uses */
    bool has_news;
    struct entry *entries;
    int count, capacity;
    struct picture_want *wants;
    int want_count;
    int begins; /* so many of them, the first, may be begun */
};

/* ---- jobs ---- */

/* Owns a copy of all that the pipeline reads. */
struct picture_job {
    struct job job;
    struct arena arena;
    struct picture_source source; /* the cache's, which waits for its workers before it goes */
    struct picture_want asked;  /* whose picture is the story's: compared, never read by the worker */
    struct picture_want want;
    struct picture picture;
    uint64_t generation;
    bool ok;
    struct ready_picture ready;
    struct error err; /* why it is not, or is without a layer */
};

static void job_run(struct job *job)
{
    struct picture_job *j = (struct picture_job *)job;
    j->ok = picture_flatten(&j->source, j->want, &j->ready, &j->err);
}

static void job_discard(struct job *job)
{
    struct picture_job *j = (struct picture_job *)job;
    ready_picture_release(&j->ready);
    arena_finish(&j->arena);
    free(j);
}

static struct picture_job *job_create(const struct picture_cache *c, struct picture_want want)
{
    struct picture_job *j = memory_zeroed(sizeof *j);
    j->job.run = job_run;
    j->job.discard = job_discard;
    j->source = c->source;
    j->generation = c->generation;
    j->asked = want;
    j->picture = *want.picture;
    j->picture.file = arena_str(&j->arena, want.picture->file);
    struct layer *layers = arena_new(&j->arena, struct layer, (size_t)want.picture->layer_count);
    for (int i = 0; i < want.picture->layer_count; i++) {
        layers[i] = want.picture->layers[i];
        layers[i].file = arena_str(&j->arena, layers[i].file);
    }
    j->picture.layers = layers;
    j->want = (struct picture_want){&j->picture, want.dest};
    return j;
}

/* ---- entries ---- */

static bool want_same(struct picture_want a, struct picture_want b)
{
    return a.picture == b.picture && size_same(a.dest, b.dest);
}

static struct entry *find(const struct picture_cache *c, struct picture_want want)
{
    for (int i = 0; i < c->count; i++) {
        if (want_same(c->entries[i].want, want)) {
            return &c->entries[i];
        }
    }
    return NULL;
}

/* What is near needs a plane of its own, trimmed. */
static size_t guess(struct picture_want want)
{
    const struct picture *p = want.picture;
    double page = 4.0 * (want.dest.w > 0 ? want.dest.w : 0) * (want.dest.h > 0 ? want.dest.h : 0);
    double left = 1, top = 1, right = 0, bottom = 0;
    for (int i = 0; p->has_pan && i < p->layer_count; i++) {
        const struct layer *l = &p->layers[i];
        if (l->depth >= PICTURE_NEAR_DEPTH) {
            left = fmin(left, fmax(l->x, 0));
            top = fmin(top, fmax(l->y, 0));
            right = fmax(right, fmin(l->x + l->w, 1));
            bottom = fmax(bottom, fmin(l->y + l->h, 1));
        }
    }
    return (size_t)(page * (1 + fmax(right - left, 0) * fmax(bottom - top, 0)));
}

static struct entry *find_or_add(struct picture_cache *c, struct picture_want want)
{
    struct entry *e = find(c, want);
    if (e) {
        return e;
    }
    if (c->count == c->capacity) {
        c->capacity = c->capacity ? c->capacity * 2 : 16;
        c->entries =
            memory_resize(c->entries, memory_product((size_t)c->capacity, sizeof c->entries[0]));
    }
    e = &c->entries[c->count++];
    *e = (struct entry){.want = want, .bytes = guess(want), .rank = UNWANTED};
    return e;
}

static void let_go(struct entry *e)
{
    if (e->state == PICTURE_READY) {
        ready_picture_release(&e->ready);
        e->state = PICTURE_PENDING;
    }
}

/* What holds nothing and is not asked for need not be remembered; failures are. */
static void drop_idle_entries(struct picture_cache *c)
{
    int kept = 0;
    for (int i = 0; i < c->count; i++) {
        struct entry *e = &c->entries[i];
        if (e->state != PICTURE_PENDING || e->is_in_work || e->rank != UNWANTED) {
            c->entries[kept++] = *e;
        }
    }
    c->count = kept;
}

/* ---- budget ---- */

size_t picture_budget(struct size page)
{
    double pixels = (double)page.w * page.h;
    double bytes = 34.0 * (double)MEGABYTE * pixels / (1920.0 * 1080.0);
    return bytes > 16.0 * (double)MEGABYTE ? (size_t)bytes : 16 * MEGABYTE;
}

/* Would `a` go before `b`? What is not on the list first, the longest unused of it, then from the
 * list's end. */
static bool goes_before(const struct entry *a, const struct entry *b)
{
    if ((a->rank == UNWANTED) != (b->rank == UNWANTED)) {
        return a->rank == UNWANTED;
    }
    return a->rank == UNWANTED ? a->used_at < b->used_at : a->rank > b->rank;
}

static size_t ready_bytes(const struct picture_cache *c)
{
    size_t bytes = 0;
    for (int i = 0; i < c->count; i++) {
        bytes += c->entries[i].state == PICTURE_READY ? c->entries[i].bytes : 0;
    }
    return bytes;
}

/* Keeps to the budget with so many bytes to come, whatever becomes of all but the first and `spared`. */
static void evict(struct picture_cache *c, const struct entry *spared, size_t to_come)
{
    size_t bytes = ready_bytes(c) + to_come;
    while (bytes > c->budget_bytes) {
        struct entry *first = NULL;
        for (int i = 0; i < c->count; i++) {
            struct entry *e = &c->entries[i];
            bool may_go = e->state == PICTURE_READY && e->rank != 0 && e != spared;
            if (may_go && (!first || goes_before(e, first))) {
                first = e;
            }
        }
        if (!first) {
            return;
        }
        bytes -= first->bytes;
        let_go(first);
    }
}

/* The first wanted picture still to load, and to be begun, that has room beside all before it; NULL where none is. */
static struct entry *next_to_load(const struct picture_cache *c, bool skips_in_work)
{
    size_t bytes = 0;
    for (int i = 0; i < c->want_count && i < c->begins; i++) {
        struct entry *e = find(c, c->wants[i]);
        if (!e || e->rank != i || e->state == PICTURE_FAILED) {
            continue;
        }
        bytes += e->bytes;
        if (i > 0 && bytes > c->budget_bytes) {
            return NULL;
        }
        if (e->state == PICTURE_PENDING && !(skips_in_work && e->is_in_work)) {
            return e;
        }
    }
    return NULL;
}

/* ---- work ---- */

/* No more jobs than threads: what is wanted next is decided as late as can be. */
static void start_work(struct picture_cache *c)
{
    while (c->pool && c->in_work < c->threads) {
        struct entry *e = next_to_load(c, true);
        if (!e) {
            return;
        }
        e->is_in_work = true;
        c->in_work++;
        evict(c, e, e->bytes); /* before, not after: else both stand in memory for a while */
        worker_pool_give(c->pool, &job_create(c, e->want)->job);
    }
}

static void settle(struct picture_cache *c, struct entry *e, bool ok, const struct ready_picture *ready)
{
    let_go(e);
    e->state = ok ? PICTURE_READY : PICTURE_FAILED;
    if (ok) {
        e->ready = *ready;
        e->ready.want = e->want;
        e->bytes = bitmap_bytes(ready->bitmap);
        e->bytes += ready->near.bitmap ? bitmap_bytes(ready->near.bitmap) : 0;
        e->used_at = ++c->now;
    }
    if (e->rank != UNWANTED) {
        c->has_news = true;
    }
}

/* A picture, or a layer of one that stands without it. */
static void say_why(const struct error *err)
{
    if (err->text[0]) {
        SDL_LogWarn(SDL_LOG_CATEGORY_APPLICATION, "%s", err->text);
    }
}

static void receive(struct picture_cache *c, struct job *job)
{
    struct picture_job *j = (struct picture_job *)job;
    say_why(&j->err);
    struct entry *e = find(c, j->asked);
    assert(e);
    c->in_work--;
    e->is_in_work = false;
    bool is_too_late = j->generation != c->generation;
    if (e->state == PICTURE_PENDING && !(is_too_late && j->ok)) {
        settle(c, e, j->ok, &j->ready);
        j->ready = (struct ready_picture){0};
        evict(c, NULL, 0);
    }
    job_discard(job);
}

static void receive_all(struct picture_cache *c)
{
    struct job *job;
    while (c->pool && (job = worker_pool_take(c->pool))) {
        receive(c, job);
    }
}

/* ---- the cache ---- */

struct picture_cache *picture_cache_create(const struct picture_cache_options *o, struct error *err)
{
    if (!picture_decode_prepare(err)) {
        return NULL;
    }
    struct picture_cache *c = memory_zeroed(sizeof *c);
    c->source = o->source;
    c->given_budget_bytes = o->budget_bytes;
    c->budget_bytes = o->budget_bytes ? o->budget_bytes : picture_budget((struct size){0, 0});
    c->threads = o->threads;
    c->begins = INT_MAX;
    if (o->threads > 0) {
        c->pool = worker_pool_create(o->threads, o->wake, o->self, err);
        if (!c->pool) {
            picture_cache_destroy(c);
            return NULL;
        }
    }
    return c;
}

void picture_cache_stop(struct picture_cache *c)
{
    worker_pool_destroy(c->pool);
    c->pool = NULL;
}

void picture_cache_destroy(struct picture_cache *c)
{
    if (!c) {
        return;
    }
    worker_pool_destroy(c->pool);
    for (int i = 0; i < c->count; i++) {
        let_go(&c->entries[i]);
    }
    free(c->entries);
    free(c->wants);
    free(c);
}

static bool wants_same(const struct picture_cache *c, const struct picture_want *wants, int count)
{
    bool same = c->want_count == count;
    for (int i = 0; same && i < count; i++) {
        same = want_same(c->wants[i], wants[i]);
    }
    return same;
}

void picture_cache_want(struct picture_cache *c, const struct picture_want *wants, int count)
{
    if (wants_same(c, wants, count)) {
        start_work(c);
        return;
    }
    if (count > 0) {
        size_t bytes = memory_product((size_t)count, sizeof *wants);
        c->wants = memory_resize(c->wants, bytes);
        memmove(c->wants, wants, bytes);
    }
    c->want_count = count;
    for (int i = 0; i < c->count; i++) {
        c->entries[i].rank = UNWANTED;
    }
    for (int i = count - 1; i >= 0; i--) {
        struct entry *e = find_or_add(c, c->wants[i]);
        e->rank = i;
        e->used_at = ++c->now;
    }
    if (c->given_budget_bytes == 0 && count > 0) {
        c->budget_bytes = picture_budget(c->wants[0].dest);
    }
    drop_idle_entries(c);
    evict(c, NULL, 0);
    start_work(c);
}

void picture_cache_begin(struct picture_cache *c, int most)
{
    c->begins = most;
}

bool picture_cache_collect(struct picture_cache *c)
{
    receive_all(c);
    start_work(c);
    bool has_news = c->has_news;
    c->has_news = false;
    return has_news;
}

bool picture_cache_is_busy(const struct picture_cache *c)
{
    return c->pool && next_to_load(c, false) != NULL;
}

bool picture_cache_wait(struct picture_cache *c)
{
    start_work(c);
    struct job *job = c->pool && picture_cache_is_busy(c) ? worker_pool_wait(c->pool) : NULL;
    if (!job) {
        return false;
    }
    receive(c, job);
    start_work(c);
    return true;
}

static enum picture_state state_of(const struct entry *e, struct ready_picture *out)
{
    if (e && e->state == PICTURE_READY) {
        *out = e->ready;
    }
    return e ? e->state : PICTURE_PENDING;
}

enum picture_state picture_cache_get(const struct picture_cache *c, struct picture_want want,
                                     struct ready_picture *out)
{
    return state_of(find(c, want), out);
}

enum picture_state picture_cache_load_now(struct picture_cache *c, struct picture_want want,
                                          struct ready_picture *out)
{
    receive_all(c);
    struct entry *e = find_or_add(c, want);
    while (e->is_in_work) {
        struct job *job = worker_pool_wait(c->pool);
        assert(job);
        receive(c, job);
    }
    if (e->state == PICTURE_PENDING) {
        struct ready_picture ready;
        struct error err = {0};
        bool ok = picture_flatten(&c->source, want, &ready, &err);
        say_why(&err);
        settle(c, e, ok, &ready);
    }
    e->used_at = ++c->now;
    evict(c, e, 0);
    enum picture_state state = state_of(e, out);
    start_work(c);
    return state;
}

void picture_cache_empty(struct picture_cache *c)
{
    for (int i = 0; i < c->count; i++) {
        let_go(&c->entries[i]);
        c->entries[i].rank = UNWANTED;
    }
    c->want_count = 0;
    c->generation++;
    c->has_news = false;
    drop_idle_entries(c);
}
