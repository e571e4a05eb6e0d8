/* The story as a graph for Graphviz. */
#pragma once

#include "story/words.h"

/* Adds DOT: chapters as clusters, scenes as nodes, endings apart, choices as labelled edges. */
void graph_dot(const struct story *s, const struct words *w, struct strbuf *out);
