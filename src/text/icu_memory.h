/* ICU's memory. */
#pragma once

/* From here on ICU takes its memory from base/memory.h, which ends the program where it is out; by itself ICU 72
 * falls over a NULL in some places then, waits for ever in others, and words come out wrong in the rest. To be called
 * once, before anything else of this layer. */
void icu_memory_begin(void);
