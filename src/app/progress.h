/* How far long work has come: a line on standard error where that is a terminal, nothing else. */
#pragma once

/* Shows "WHAT DONE of OF"; the line goes when all is done. */
void progress_show(const char *what, int done, int of);
