#include "sound/sound_length.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static uint32_t byte_at(struct str s, size_t at)
{
    return at < s.n ? (unsigned char)s.s[at] : 0;
}

static uint32_t little_32(struct str s, size_t at)
{
    return byte_at(s, at) | byte_at(s, at + 1) << 8 | byte_at(s, at + 2) << 16 | byte_at(s, at + 3) << 24;
}

static bool has_at(struct str s, size_t at, const char *what)
{
    size_t n = strlen(what);
    return at <= s.n && n <= s.n - at && memcmp(s.s + at, what, n) == 0;
}

/* --- Ogg (RFC 3533 §6) --- */

/* Told each packet by its first bytes; those that go on on another page are told once. */
typedef double (*packet_fn)(struct str packet, void *self);

static double ogg_sum(struct str bytes, packet_fn seconds_of, void *self)
{
    double seconds = 0;
    for (size_t page = 0; has_at(bytes, page, "OggS");) {
        size_t segments = byte_at(bytes, page + 26);
        size_t at = page + 27 + segments;
        bool goes_on = byte_at(bytes, page + 5) & 1;
        bool begins = !goes_on;
        for (size_t i = 0; i < segments; i++) {
            uint32_t lacing = byte_at(bytes, page + 27 + i);
            if (begins && at < bytes.n) {
                seconds += seconds_of(str_after(bytes, at), self);
            }
            begins = lacing < 255;
            at += lacing;
        }
        page = at;
    }
    return seconds;
}

/* RFC 6716 §3.1: the first byte tells the length of a frame, and how many there are. */
static double opus_packet(struct str packet, void *self)
{
    (void)self;
    if (has_at(packet, 0, "OpusHead") || has_at(packet, 0, "OpusTags")) {
        return 0;
    }
    static const double silk_ms[] = {10, 20, 40, 60};
    static const double hybrid_ms[] = {10, 20};
    static const double celt_ms[] = {2.5, 5, 10, 20};
    uint32_t config = byte_at(packet, 0) >> 3;
    uint32_t code = byte_at(packet, 0) & 3;
    double ms = config < 12 ? silk_ms[config & 3] : config < 16 ? hybrid_ms[config & 1] : celt_ms[config & 3];
    uint32_t frames = code == 0 ? 1 : code < 3 ? 2 : byte_at(packet, 1) & 63;
    return ms * frames / 1000;
}

/* Vorbis I, §4.2.2 and §1.3.2: a packet makes at most a long block. */
struct vorbis {
    double rate, longest;
};

static double vorbis_packet(struct str packet, void *self)
{
    const struct vorbis *v = self;
    bool is_header = byte_at(packet, 0) & 1;
    return is_header ? 0 : v->longest / v->rate;
}

static double vorbis_seconds(struct str bytes, size_t head)
{
    struct vorbis v = {little_32(bytes, head + 12), (double)(1u << (byte_at(bytes, head + 28) >> 4))};
    return v.rate > 0 ? ogg_sum(bytes, vorbis_packet, &v) : 0;
}

/* --- FLAC (RFC 9639 §9.1) --- */

static uint32_t crc_8(struct str s, size_t from, size_t to)
{
    uint32_t crc = 0;
    for (size_t i = from; i < to; i++) {
        crc ^= byte_at(s, i);
        for (int bit = 0; bit < 8; bit++) {
            crc = (crc << 1 ^ (crc & 0x80 ? 0x07 : 0)) & 0xFF;
        }
    }
    return crc;
}

/* Samples of the frame whose header begins at `at`; 0 where none does. */
static double flac_frame(struct str s, size_t at)
{
    if (byte_at(s, at) != 0xFF || (byte_at(s, at + 1) & 0xFE) != 0xF8 || (byte_at(s, at + 3) & 1)) {
        return 0;
    }
    uint32_t size = byte_at(s, at + 2) >> 4;
    uint32_t rate = byte_at(s, at + 2) & 15;
    size_t end = at + 5;
    for (uint32_t lead = byte_at(s, at + 4); lead >= 0xC0 && (lead & 0x40); lead = lead << 1 & 0xFF) {
        end++;
    }
    size_t explicit = end;
    end += size == 6 ? 1 : size == 7 ? 2 : 0;
    end += rate == 12 ? 1 : rate == 13 || rate == 14 ? 2 : 0;
    if (end >= s.n || crc_8(s, at, end) != byte_at(s, end)) {
        return 0;
    }
    if (size == 6 || size == 7) {
        uint32_t high = byte_at(s, explicit);
        return 1 + (size == 6 ? high : high << 8 | byte_at(s, explicit + 1));
    }
    if (size == 0) { /* reserved (RFC 9639 §9.1.1): a decoder makes nothing of it */
        return 0;
    }
    return size == 1 ? 192 : size < 6 ? 576 << (size - 2) : 256 << (size - 8);
}

static double flac_seconds(struct str s)
{
    uint32_t rate = byte_at(s, 18) << 12 | byte_at(s, 19) << 4 | byte_at(s, 20) >> 4;
    double samples = 0;
    for (size_t at = 42; at + 5 < s.n; at++) {
        const char *next = memchr(s.s + at, 0xFF, s.n - at);
        if (!next) {
            break;
        }
        at = (size_t)(next - s.s);
        samples += flac_frame(s, at);
    }
    return rate > 0 ? samples / rate : 0;
}

/* --- WAV --- */

/* A second has at least rate * channels * 1 byte. */
static double wav_seconds(struct str s)
{
    for (size_t at = 12; at + 8 <= s.n; at += 8 + ((size_t)little_32(s, at + 4) + 1) / 2 * 2) {
        if (has_at(s, at, "fmt ")) {
            double bytes_a_second = (double)little_32(s, at + 12) * (byte_at(s, at + 10) | byte_at(s, at + 11) << 8);
            return bytes_a_second > 0 ? (double)s.n / bytes_a_second : 0;
        }
    }
    return 0;
}

double sound_seconds(struct str bytes)
{
    size_t packet = 27 + byte_at(bytes, 26);
    if (has_at(bytes, 0, "OggS") && has_at(bytes, packet, "OpusHead")) {
        return ogg_sum(bytes, opus_packet, NULL);
    }
    if (has_at(bytes, 0, "OggS") && has_at(bytes, packet, "\x01vorbis")) {
        return vorbis_seconds(bytes, packet);
    }
    if (has_at(bytes, 0, "fLaC")) {
        return flac_seconds(bytes);
    }
    return has_at(bytes, 0, "RIFF") ? wav_seconds(bytes) : 0;
}
