/* The eye and the lamp of the rooms: solids of smooth shapes, seen by rays.
 * rays.py compiles this and calls it; metres everywhere, y is up. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

typedef struct {
    float x, y, z;
} Vec;

enum { CONE, EGG, BOX, ROD, RING, HALF };
enum { JOIN, CARVE, MEET };
enum { NO_SHADE = 1, FLAT = 2 };

typedef struct {
    int32_t kind, op, mat;
    float melt;    /* how far it runs into what the solid has so far */
    float turn[9]; /* rows: world to own axes */
    float at[3];
    float size[3];
    float round;
} Shape;

typedef struct {
    int32_t first, count, flags, layer;
    float at[3], reach; /* a ball around it */
    float amp, freq[3]; /* folds */
    int32_t bands;
} Solid;

typedef struct {
    float at[3];
    float soft; /* greater: harder shadow; 0: none */
    float half; /* distance at which it is half as strong */
    float aim[3];
    int32_t aimed;
    float spread[3], spread2[3];
    int32_t samples;
} Lamp;

typedef struct {
    float eye[3], right[3], up[3], ahead[3];
    float cx, cy, f, wobble;
    int32_t width, height;
    float dx, dy;
} View;

static Vec add(Vec a, Vec b)
{
    return (Vec){a.x + b.x, a.y + b.y, a.z + b.z};
}
static Vec sub(Vec a, Vec b)
{
    return (Vec){a.x - b.x, a.y - b.y, a.z - b.z};
}
static Vec mul(Vec a, float k)
{
    return (Vec){a.x * k, a.y * k, a.z * k};
}
static float dot(Vec a, Vec b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}
static float length(Vec a)
{
    return sqrtf(dot(a, a));
}
static Vec unit(Vec a)
{
    return mul(a, 1 / (length(a) + 1e-12f));
}
static Vec vec(const float *p)
{
    return (Vec){p[0], p[1], p[2]};
}
static float clamp01(float v)
{
    return v < 0 ? 0 : v > 1 ? 1 : v;
}

static float lattice(int x, int y, int z)
{
    uint32_t h = (uint32_t)x * 374761393u + (uint32_t)y * 668265263u + (uint32_t)z * 2147483647u;
    h = (h ^ (h >> 13)) * 1274126177u;
    h ^= h >> 16;
    return (float)(h & 0xffff) / 32767.5f - 1;
}

static float value_noise(Vec p)
{
    float fx = floorf(p.x), fy = floorf(p.y), fz = floorf(p.z);
    int x = (int)fx, y = (int)fy, z = (int)fz;
    float u = p.x - fx, v = p.y - fy, w = p.z - fz;
    u = u * u * (3 - 2 * u);
    v = v * v * (3 - 2 * v);
    w = w * w * (3 - 2 * w);
    float c[2];
    for (int k = 0; k < 2; k++) {
        float a = lattice(x, y, z + k), b = lattice(x + 1, y, z + k);
        float d = lattice(x, y + 1, z + k), e = lattice(x + 1, y + 1, z + k);
        a += (b - a) * u;
        d += (e - d) * u;
        c[k] = a + (d - a) * v;
    }
    return c[0] + (c[1] - c[0]) * w;
}

static float layered_noise(Vec p, int octaves)
{
    float sum = 0, weight = 0.5f;
    for (int i = 0; i < octaves; i++) {
        sum += weight * value_noise(p);
        p = (Vec){p.x * 2.03f + 17.1f, p.y * 2.01f + 5.7f, p.z * 2.02f + 9.3f};
        weight *= 0.5f;
    }
    return sum;
}

void noise_at(const float *p, int64_t count, int octaves, float *out)
{
    for (int64_t i = 0; i < count; i++)
        out[i] = layered_noise(vec(p + 3 * i), octaves);
}

static float shape_distance(const Shape *s, Vec w)
{
    Vec d = sub(w, vec(s->at));
    Vec p = {s->turn[0] * d.x + s->turn[1] * d.y + s->turn[2] * d.z,
             s->turn[3] * d.x + s->turn[4] * d.y + s->turn[5] * d.z,
             s->turn[6] * d.x + s->turn[7] * d.y + s->turn[8] * d.z};
    const float *z = s->size;
    switch (s->kind) {
    case CONE: { /* ball of z[1] at the foot, of z[2] at the head, z[0] apart along y */
        float b = (z[1] - z[2]) / z[0], q = sqrtf(p.x * p.x + p.z * p.z);
        if (b > 0.999f || b < -0.999f)
            return b > 0 ? length(p) - z[1] : length(sub(p, (Vec){0, z[0], 0})) - z[2];
        float a = sqrtf(1 - b * b), k = -q * b + p.y * a;
        if (k < 0)
            return sqrtf(q * q + p.y * p.y) - z[1];
        if (k > a * z[0])
            return sqrtf(q * q + (p.y - z[0]) * (p.y - z[0])) - z[2];
        return q * a + p.y * b - z[1];
    }
    case EGG: {
        Vec a = {p.x / z[0], p.y / z[1], p.z / z[2]};
        Vec b = {a.x / z[0], a.y / z[1], a.z / z[2]};
        float k = length(a);
        if (k < 1e-4f)
            return -fminf(z[0], fminf(z[1], z[2]));
        return k * (k - 1) / length(b);
    }
    case BOX: {
        Vec q = {fabsf(p.x) - z[0] + s->round, fabsf(p.y) - z[1] + s->round,
                 fabsf(p.z) - z[2] + s->round};
        Vec o = {fmaxf(q.x, 0), fmaxf(q.y, 0), fmaxf(q.z, 0)};
        return length(o) + fminf(fmaxf(q.x, fmaxf(q.y, q.z)), 0) - s->round;
    }
    case ROD: { /* half height z[0], radius z[1] below, z[2] above */
        float q = sqrtf(p.x * p.x + p.z * p.z), h = z[0] - s->round;
        float r1 = z[1] - s->round, r2 = z[2] - s->round;
        float cax = q - fminf(q, p.y < 0 ? r1 : r2), cay = fabsf(p.y) - h;
        float kx = r2 - r1, ky = 2 * h;
        float t = clamp01(((r2 - q) * kx + (h - p.y) * ky) / (kx * kx + ky * ky));
        float cbx = q - r2 + kx * t, cby = p.y - h + ky * t;
        float sign = cbx < 0 && cay < 0 ? -1.0f : 1.0f;
        return sign * sqrtf(fminf(cax * cax + cay * cay, cbx * cbx + cby * cby)) - s->round;
    }
    case RING: {
        float q = sqrtf(p.x * p.x + p.z * p.z) - z[0];
        return sqrtf(q * q + p.y * p.y) - z[1];
    }
    default:
        return p.y;
    }
}

static float solid_distance(const Shape *shapes, const Solid *g, Vec p, int *mat)
{
    float d = 1e9f;
    int m = 0;
    for (int i = 0; i < g->count; i++) {
        const Shape *s = shapes + g->first + i;
        float e = shape_distance(s, p);
        if (i == 0) {
            d = e;
            m = s->mat;
            continue;
        }
        float k = s->melt;
        if (s->op == JOIN) {
            if (e < d)
                m = s->mat;
            float h = k > 0 ? fmaxf(k - fabsf(d - e), 0) / k : 0;
            d = fminf(d, e) - h * h * k * 0.25f;
        } else {
            if (s->op == CARVE)
                e = -e;
            if (e > d)
                m = s->mat;
            float h = k > 0 ? fmaxf(k - fabsf(d - e), 0) / k : 0;
            d = fmaxf(d, e) + h * h * k * 0.25f;
        }
    }
    if (g->amp > 0 && d < 4 * g->amp) {
        Vec q = {p.x * g->freq[0], p.y * g->freq[1], p.z * g->freq[2]};
        if (g->bands)
            d += g->amp *
                 (0.75f -
                  1.5f * sqrtf(fabsf(sinf(q.x + q.y + q.z + 0.5f * value_noise(mul(p, 9))))) +
                  0.5f * layered_noise(mul(p, 22), 2));
        else
            d += g->amp * layered_noise(q, 3);
    }
    if (mat)
        *mat = m;
    return d;
}

/* distance to the nearest of some solids */
static float nearest(const Shape *shapes, const Solid *solids, const int *list, int count, Vec p,
                     int *solid, int *mat)
{
    float d = 1e9f;
    for (int i = 0; i < count; i++) {
        const Solid *g = solids + list[i];
        float out = length(sub(p, vec(g->at))) - g->reach;
        if (out > 0.12f && out > d)
            continue;
        if (out > 0.4f) {
            if (out < d) {
                d = out;
                if (solid)
                    *solid = list[i];
            }
            continue;
        }
        int m = 0;
        float e = solid_distance(shapes, g, p, &m);
        if (g->amp > 0)
            e *= 0.75f;
        if (e < d) {
            d = e;
            if (solid)
                *solid = list[i];
            if (mat)
                *mat = m;
        }
    }
    return d;
}

/* a flat solid is one box: met exactly */
static float meet_box(const Shape *s, Vec from, Vec way, Vec *normal)
{
    Vec d = sub(from, vec(s->at));
    float o[3], w[3], near = -1e9f, far = 1e9f;
    int axis = 0;
    for (int k = 0; k < 3; k++) {
        const float *r = s->turn + 3 * k;
        o[k] = r[0] * d.x + r[1] * d.y + r[2] * d.z;
        w[k] = r[0] * way.x + r[1] * way.y + r[2] * way.z;
        if (fabsf(w[k]) < 1e-9f) {
            if (fabsf(o[k]) > s->size[k])
                return -1;
            continue;
        }
        float a = (-s->size[k] - o[k]) / w[k], b = (s->size[k] - o[k]) / w[k];
        if (a > b) {
            float c = a;
            a = b;
            b = c;
        }
        if (a > near) {
            near = a;
            axis = k;
        }
        far = fminf(far, b);
    }
    if (near > far || near < 1e-4f)
        return -1;
    if (normal) {
        float sign = w[axis] > 0 ? -1.0f : 1.0f;
        *normal = mul(vec(s->turn + 3 * axis), sign);
    }
    return near;
}

/* the balls round the solids that cast shade, side by side, and the flat ones apart */
typedef struct {
    int count, flats;
    float *x, *y, *z, *reach;
    int *solid, *flat;
    uint8_t *on;
} Balls;

static int balls_of(Balls *b, const Solid *solids, int count)
{
    size_t n = (size_t)count;
    float *f = malloc(n * (4 * sizeof(float) + 2 * sizeof(int) + 1));
    if (!f)
        return -1;
    *b = (Balls){.x = f, .y = f + n, .z = f + 2 * n, .reach = f + 3 * n};
    b->solid = (int *)(f + 4 * n);
    b->flat = b->solid + n;
    b->on = (uint8_t *)(b->flat + n);
    for (int i = 0; i < count; i++) {
        const Solid *g = solids + i;
        if (g->flags & FLAT) {
            b->flat[b->flats++] = i;
        } else if (!(g->flags & NO_SHADE)) {
            int k = b->count++;
            b->x[k] = g->at[0];
            b->y[k] = g->at[1];
            b->z[k] = g->at[2];
            b->reach[k] = g->reach + 0.02f;
            b->solid[k] = i;
        }
    }
    return 0;
}

/* the balls on the way to the lamp, with the half-shade round them */
static int on_the_way(const Balls *b, Vec from, Vec way, float far, float soft, int *list)
{
    float part = 1 / soft;
    for (int i = 0; i < b->count; i++) {
        float x = b->x[i] - from.x, y = b->y[i] - from.y, z = b->z[i] - from.z;
        float along = x * way.x + y * way.y + z * way.z, r = b->reach[i];
        float wide = r + fmaxf(along, 0) * part;
        b->on[i] = (along > -r) & (along < far + r) &
                   (x * x + y * y + z * z - along * along < wide * wide);
    }
    int n = 0;
    for (int i = 0; i < b->count; i++)
        if (b->on[i])
            list[n++] = b->solid[i];
    return n;
}

/* the balls nearer than a distance */
static int round_about(const Balls *b, Vec p, float gap, int *list)
{
    for (int i = 0; i < b->count; i++) {
        float x = b->x[i] - p.x, y = b->y[i] - p.y, z = b->z[i] - p.z, r = b->reach[i] + gap;
        b->on[i] = x * x + y * y + z * z < r * r;
    }
    int n = 0;
    for (int i = 0; i < b->count; i++)
        if (b->on[i])
            list[n++] = b->solid[i];
    return n;
}

static float shadow(const Shape *shapes, const Solid *solids, const Balls *balls, Vec from, Vec way,
                    float far, float soft, int *list)
{
    for (int i = 0; i < balls->flats; i++) {
        const Solid *g = solids + balls->flat[i];
        if (g->flags & NO_SHADE)
            continue;
        float t = meet_box(shapes + g->first, from, way, NULL);
        if (t > 0 && t < far)
            return 0;
    }
    int n = on_the_way(balls, from, way, far, soft, list);
    if (!n)
        return 1;
    float open = 1;
    for (float t = 0.012f; t < far;) {
        float d = nearest(shapes, solids, list, n, add(from, mul(way, t)), NULL, NULL);
        if (d < 0.0006f)
            return 0;
        open = fminf(open, soft * d / t);
        t += fmaxf(d * 0.9f, 0.004f);
    }
    open = clamp01(open);
    return open * open * (3 - 2 * open);
}

/* Every pixel with mask: what it sees (solid -1: nothing), where, how it faces, how each lamp
 * reaches it and how open it lies. */
int see(const Shape *shapes, const Solid *solids, int count, const View *v, const Lamp *lamps,
        int lamp_count, uint32_t layers, const uint8_t *mask, int32_t *mat, int32_t *solid,
        float *where, float *facing, float *lit, float *open)
{
    int *tile = malloc(sizeof(int) * (size_t)count * 3);
    if (!tile)
        return -1;
    int *flat = tile + count, *list = flat + count;
    Balls balls;
    if (balls_of(&balls, solids, count) < 0) {
        free(tile);
        return -1;
    }
    int w = v->width, h = v->height;
    int64_t all = (int64_t)w * h;
    Vec eye = vec(v->eye);
    const int SIDE = 16;
    for (int ty = 0; ty < h; ty += SIDE)
        for (int tx = 0; tx < w; tx += SIDE) {
            float mx = (float)tx + SIDE * 0.5f, my = (float)ty + SIDE * 0.5f;
            Vec mid = add(vec(v->ahead), add(mul(vec(v->right), (mx - v->cx) / v->f),
                                             mul(vec(v->up), -(my - v->cy) / v->f)));
            float slack = (SIDE * 0.75f + v->wobble * 2) / v->f / length(mid);
            mid = unit(mid);
            int nt = 0, nf = 0;
            for (int i = 0; i < count; i++) {
                const Solid *g = solids + i;
                if (!(layers >> g->layer & 1))
                    continue;
                if (g->flags & FLAT) {
                    flat[nf++] = i;
                    continue;
                }
                Vec d = sub(vec(g->at), eye);
                float along = dot(d, mid), reach = g->reach + 0.02f;
                if (along < -reach)
                    continue;
                float off = sqrtf(fmaxf(dot(d, d) - along * along, 0));
                if (off < reach + slack * fmaxf(along + reach, 0))
                    tile[nt++] = i;
            }
            for (int y = ty; y < ty + SIDE && y < h; y++)
                for (int x = tx; x < tx + SIDE && x < w; x++) {
                    int64_t at = (int64_t)y * w + x;
                    if (!mask[at])
                        continue;
                    float px = (float)x + 0.5f + v->dx, py = (float)y + 0.5f + v->dy;
                    float u = px * 1920 / (float)w, s = py * 1920 / (float)w;
                    px += v->wobble * layered_noise((Vec){u / 34, s / 34, 1.5f}, 3);
                    py += v->wobble * layered_noise((Vec){u / 34, s / 34, 7.5f}, 3);
                    Vec way = unit(add(vec(v->ahead), add(mul(vec(v->right), (px - v->cx) / v->f),
                                                          mul(vec(v->up), -(py - v->cy) / v->f))));
                    float far = 60;
                    int hit = -1, m = 0;
                    Vec n = {0, 1, 0};
                    for (int i = 0; i < nf; i++) {
                        Vec nn;
                        float t = meet_box(shapes + solids[flat[i]].first, eye, way, &nn);
                        if (t > 0 && t < far) {
                            far = t;
                            hit = flat[i];
                            m = shapes[solids[hit].first].mat;
                            n = nn;
                        }
                    }
                    float t = 0.05f;
                    if (nt)
                        for (int i = 0; i < 220 && t < far; i++) {
                            int g = -1, gm = 0;
                            float d =
                                nearest(shapes, solids, tile, nt, add(eye, mul(way, t)), &g, &gm);
                            if (d < 0.00025f * t) {
                                hit = g;
                                m = gm;
                                far = t;
                                Vec p = add(eye, mul(way, t));
                                const Solid *s1 = solids + g;
                                float e = 0.0011f * t + 0.0002f;
                                static const float K[4][3] = {
                                    {1, -1, -1}, {-1, -1, 1}, {-1, 1, -1}, {1, 1, 1}};
                                n = (Vec){0, 0, 0};
                                for (int k = 0; k < 4; k++) {
                                    Vec q = vec(K[k]);
                                    n = add(n, mul(q, solid_distance(shapes, s1, add(p, mul(q, e)),
                                                                     NULL)));
                                }
                                n = unit(n);
                                break;
                            }
                            t += d * 0.92f;
                        }
                    solid[at] = hit;
                    if (hit < 0)
                        continue;
                    mat[at] = m;
                    Vec p = add(eye, mul(way, far));
                    float *o = where + 3 * at;
                    o[0] = p.x;
                    o[1] = p.y;
                    o[2] = p.z;
                    o = facing + 3 * at;
                    o[0] = n.x;
                    o[1] = n.y;
                    o[2] = n.z;
                    Vec from = add(p, mul(n, 0.004f));
                    for (int l = 0; l < lamp_count; l++) {
                        const Lamp *q = lamps + l;
                        float sum = 0;
                        for (int k = 0; k < q->samples; k++) {
                            Vec to = vec(q->at);
                            if (q->samples > 1) {
                                float a = ((float)k + 0.5f) / (float)q->samples * 2 - 1;
                                float b = fmodf((float)k * 0.618034f + 0.3f, 1) * 2 - 1;
                                to = add(to, add(mul(vec(q->spread), a), mul(vec(q->spread2), b)));
                            }
                            Vec d = sub(to, from);
                            float dist = length(d);
                            d = mul(d, 1 / dist);
                            float c = dot(n, d);
                            if (c <= 0)
                                continue;
                            float r = dist / q->half;
                            float e = c * 2 / (1 + r * r);
                            if (q->aimed) {
                                float aim = -dot(d, vec(q->aim));
                                if (aim <= 0)
                                    continue;
                                e *= aim;
                            }
                            if (e < 0.003f)
                                continue;
                            if (q->soft > 0)
                                e *= shadow(shapes, solids, &balls, from, d, dist - 0.01f, q->soft,
                                            list);
                            sum += e;
                        }
                        lit[l * all + at] = sum / (float)q->samples;
                    }
                    const float R = 0.36f;
                    int near = round_about(&balls, from, R, list);
                    for (int i = 0; i < balls.flats; i++) {
                        int k = balls.flat[i];
                        if (shape_distance(shapes + solids[k].first, from) < R)
                            list[near++] = k;
                    }
                    float dark = 0, weight = 1;
                    for (int k = 1; k <= 4; k++) {
                        float r = R * (float)(k * k) / 16;
                        Vec q = add(p, mul(n, r));
                        float d = r;
                        for (int i = 0; i < near; i++) {
                            const Solid *g = solids + list[i];
                            float e = g->flags & FLAT ? shape_distance(shapes + g->first, q)
                                                      : solid_distance(shapes, g, q, NULL);
                            d = fminf(d, fmaxf(e, 0));
                        }
                        dark += weight * (r - d) / r;
                        weight *= 0.75f;
                    }
                    open[at] = clamp01(1 - dark / 2.73f * 1.15f);
                }
        }
    free(balls.x);
    free(tile);
    return 0;
}
