/* Many bytes at a time. */
#pragma once

#include <stdint.h>

/* Eight bytes as a number, the first the lowest, on any machine; where that is the machine's own way, compilers make
 * one load of it. */
static inline uint64_t bytes_eight(const unsigned char *at)
{
    return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 | (uint64_t)at[3] << 24 |
           (uint64_t)at[4] << 32 | (uint64_t)at[5] << 40 | (uint64_t)at[6] << 48 | (uint64_t)at[7] << 56;
}

/* The same byte eight times. */
#define BYTES_OF(byte) (UINT64_MAX / 255 * (byte))
