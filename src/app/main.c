#include <signal.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "app/command.h"
#include "text/icu_memory.h"

int main(int argc, char **argv)
{
    /* A closed pipe ends us quietly, whatever the parent had set. */
    (void)signal(SIGPIPE, SIG_DFL);
#ifdef M_MMAP_THRESHOLD
    /* glibc raises its threshold as large blocks are freed, and then keeps the memory of decoded
     * pictures: 110 MB at rest instead of 50, measured at 1920 × 1080. */
    (void)mallopt(M_MMAP_THRESHOLD, 256 * 1024);
#endif
    icu_memory_begin();
    return command_run(argc, argv);
}
