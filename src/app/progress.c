#include "app/progress.h"

#include <stdio.h>
#include <unistd.h>

void progress_show(const char *what, int done, int of)
{
    if (!isatty(STDERR_FILENO)) {
        return;
    }
    if (done < of) {
        (void)fprintf(stderr, "\r%s %d of %d", what, done, of);
    } else {
        (void)fprintf(stderr, "\r%*s\r", 40, "");
    }
    (void)fflush(stderr);
}
