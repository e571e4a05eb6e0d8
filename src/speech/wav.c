#include "speech/wav.h"

#include <string.h>

static uint32_t little(struct str s, size_t at, int bytes)
{
    uint32_t value = 0;
    for (int i = bytes - 1; i >= 0; i--) {
        value = value << 8 | (unsigned char)s.s[at + (size_t)i];
    }
    return value;
}

static bool is_chunk(struct str s, size_t at, const char *name)
{
    return at + 8 <= s.n && memcmp(s.s + at, name, 4) == 0;
}

bool wav_read(struct str bytes, struct speech_pcm *pcm_out)
{
    enum { HEAD = 12, FORMAT = 16, PCM = 1, LIMIT = 1 << 26 };
    if (bytes.n < HEAD || bytes.n > LIMIT || !is_chunk(bytes, 0, "RIFF") || memcmp(bytes.s + 8, "WAVE", 4) != 0) {
        return false;
    }
    struct speech_pcm pcm = {0};
    size_t at = HEAD;
    while (at + 8 <= bytes.n && !is_chunk(bytes, at, "data")) {
        size_t size = little(bytes, at + 4, 4);
        if (size > bytes.n - at - 8) {
            return false;
        }
        if (is_chunk(bytes, at, "fmt ") && size >= FORMAT && little(bytes, at + 8, 2) == PCM &&
            little(bytes, at + 22, 2) == 16) {
            pcm.channels = (int)little(bytes, at + 10, 2);
            pcm.rate = (int)(little(bytes, at + 12, 4) & 0x7FFFF);
        }
        at += 8 + size + (size & 1);
    }
    if (at + 8 > bytes.n || at % 2 || pcm.channels < 1 || pcm.channels > 2 || pcm.rate < 4000) {
        return false;
    }
    pcm.samples = (const int16_t *)(const void *)(bytes.s + at + 8);
    pcm.frames = (int)((bytes.n - at - 8) / 2 / (size_t)pcm.channels);
    *pcm_out = pcm;
    return true;
}
