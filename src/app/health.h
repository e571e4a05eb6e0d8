/* How a kiosk fares, for whatever watches over many of them: $RUNTIME_DIRECTORY/health.json, which systemd makes
 * /run/lantern/health.json. Nothing about a visitor but the scene on the screen. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* Written no more often than this, whenever the main loop comes by; which it does every ten seconds. So the file is
 * never older than fifteen, while the loop is alive. */
enum { HEALTH_EVERY_MS = 5000 };

struct health_report {
    const char *state; /* "attract", "session", "warning", "closed", "staff" or "back-soon" */
    struct str scene;  /* its id; empty: none is on the screen */
    struct str story;
    int64_t uptime_ms;
    int64_t input_ms; /* since the last touch or key; negative: there was none */
    int64_t frames;   /* painted since the start: two readings give how many a second */
    int errors;       /* said on standard error since the start */
};

/* Zeroed it writes nothing. */
struct health {
    struct strbuf path;
    bool is_written;
    int64_t written_ms;
};

/* By RUNTIME_DIRECTORY, its first folder where it names several; without it nothing is ever written. */
void health_open(struct health *h);
void health_finish(struct health *h);
bool health_is_due(const struct health *h, int64_t now_ms);
/* Writes it, as one step; what cannot be written is left, and tried again when it is due. */
void health_write(struct health *h, const struct health_report *r, int64_t now_ms);

/* One line of JSON. */
void health_print(const struct health_report *r, struct strbuf *out);
