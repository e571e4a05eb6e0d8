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

/* How many elements an array (never a pointer) holds. */
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
