/* The compiler's extensions, here and nowhere else. */
#pragma once

#include <stddef.h>

#if defined(__GNUC__) || defined(__clang__)
#define PRINTF_LIKE(at, first) __attribute__((format(printf, at, first)))
#define NODISCARD __attribute__((warn_unused_result))
#define NORETURN __attribute__((noreturn))
#else
#define PRINTF_LIKE(at, first)
#define NODISCARD
#define NORETURN
#endif

/* Before a loop over what may be one and the same array, element for element: no step needs what another wrote.
 * Clang finds that out as the loop runs; told so, it complains where it is not asked for vectors. */
#if defined(__GNUC__) && !defined(__clang__)
#define STEPS_APART _Pragma("GCC ivdep")
#else
#define STEPS_APART
#endif

/* At the top of a file whose loops are to become vectors where the rest is built with -O2 as well; Clang's do. */
#if defined(__GNUC__) && !defined(__clang__)
#define LOOPS_TO_VECTORS _Pragma("GCC optimize(\"O3\")")
#else
#define LOOPS_TO_VECTORS
#endif

/* How many elements an array (never a pointer) holds. */
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Sanitizers keep shadows of all memory there could be: a limit on addresses ends the program at its start. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define HAS_SHADOW_MEMORY 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define HAS_SHADOW_MEMORY 1
#endif
#endif
#ifndef HAS_SHADOW_MEMORY
#define HAS_SHADOW_MEMORY 0
#endif
