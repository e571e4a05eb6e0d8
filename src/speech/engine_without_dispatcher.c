#include "speech/engine.h"

struct engine *engine_dispatcher_create(void)
{
    return NULL;
}

void engine_dispatcher_hang_up(void)
{
}
