/* What a museum has set for its kiosk, in /etc/lantern/kiosk.conf: every value with its default and effect. */
#pragma once

#include "base/arena.h"
#include "base/config.h"
#include "player/kiosk.h"
#include "stage/keymap.h"
#include "stage/look.h"

enum { KIOSK_LANGUAGES_MOST = 32 };
enum kiosk_mount { MOUNT_WALL, MOUNT_TABLE };
/* ADA 2010, 308: a control may stand no higher than 48 inches above the floor. */
enum { KIOSK_REACH_MM = 1220 };
/* A page needs so much: less of the screen than that within reach cannot hold it. */
enum { KIOSK_REACH_LEAST_MM = 100 };

#define KIOSK_CONFIG_PATH "/etc/lantern/kiosk.conf"

struct kiosk_config {
    struct str story;        /* empty: the documentary that comes with the program */
    struct screen_mm screen; /* 0: not known */
    int centre_height_mm;    /* of the screen's middle above the floor; 0: not known */
    int mount;               /* enum kiosk_mount */
    struct kiosk_rules rules;
    struct str languages[KIOSK_LANGUAGES_MOST]; /* none: all of the story's */
    int language_count;
    int level; /* enum level; -1: visitors choose */
    struct keymap keymap;
    struct str speech_device; /* empty: the system's */
    bool counts;
    struct str pin_hash; /* crypt(5); empty: there is no way in */
};

/* All that is not set, or is set wrongly, has its default; what is wrong is added to `faults`. Texts live in `a`. */
struct kiosk_config kiosk_config_take(const struct config *file, struct arena *a, struct diag_list *faults);

/* The same from the file at `path`; `is_needed`: one that is not there is an error too. */
bool kiosk_config_read(struct str path, bool is_needed, struct kiosk_config *config_out, struct arena *a,
                       struct diag_list *faults, struct error *err) NODISCARD;

/* Every value as it holds, with what it does, its default and its bounds: a file of settings itself. */
void kiosk_config_print(const struct kiosk_config *c, struct strbuf *out);

/* How much of the screen, from its top, lies above what an arm reaches from a wheelchair, in mm; 0 where that is not
 * known, nothing, or all but a strip too low for a page. On a table all of it is within reach. */
int kiosk_config_beyond_reach_mm(const struct kiosk_config *c);
