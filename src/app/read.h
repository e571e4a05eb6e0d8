/* A session told in the terminal. */
#pragma once

#include "app/session.h"

/* The scene that `--scene` names, -1 where it is empty. False, complained about, where there is
 * none. */
bool scene_of_option(const struct session *s, struct str id, int *scene_out);

/* Tells it on standard input and output. `scene` names where to begin, or is empty; `level_given`:
 * the session's level stands over that of a kept place. Returns the exit status. */
int read_session(struct session *s, struct str scene, bool level_given);
