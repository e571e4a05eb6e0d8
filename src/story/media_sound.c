#include "story/media_internal.h"

/* RFC 3533 §6: the packet that begins the first page; empty where there is none, or it is cut off.
 */
static struct str ogg_first_packet(struct str head)
{
    bool first = byte_at(head, 4) == 0 && (byte_at(head, 5) & 2) != 0;
    if (!has_at(head, 0, STR("OggS")) || !first) {
        return (struct str){0};
    }
    uint32_t segments = byte_at(head, 26);
    size_t length = 0;
    for (uint32_t i = 0, lacing = 255; i < segments && lacing == 255; i++) {
        lacing = byte_at(head, 27 + i);
        length += lacing;
    }
    struct str packet = str_sub(head, 27 + segments, length);
    return packet.n == length ? packet : (struct str){0};
}

/* RFC 7845 §5.1: any minor version of 0, at least one channel. */
static bool is_opus(struct str packet)
{
    return has_at(packet, 0, STR("OpusHead")) && packet.n >= 19 && byte_at(packet, 8) < 16 &&
           byte_at(packet, 9) > 0;
}

/* Vorbis I, §4.2.2. */
static bool is_vorbis(struct str packet)
{
    return has_at(packet, 0, STR("\x01vorbis")) && packet.n >= 30 && little_32(packet, 7) == 0 &&
           byte_at(packet, 11) > 0 && little_32(packet, 12) > 0 && (byte_at(packet, 29) & 1) != 0;
}

/* RFC 9639 §8.2: STREAMINFO stands first, with a sample rate. */
static bool is_flac(struct str head)
{
    return has_at(head, 0, STR("fLaC")) && head.n >= 42 && (byte_at(head, 4) & 0x7F) == 0 &&
           (big_32(head, 4) & 0xFFFFFF) == 34 && big_32(head, 18) >> 12 > 0;
}

/* PCM, IEEE floats, or the extensible form of either. */
static bool wav_format_fits(struct str format)
{
    uint32_t tag = little_16(format, 0);
    uint32_t bits = little_16(format, 14);
    bool known = tag == 1 || tag == 3 || tag == 0xFFFE;
    bool whole_bytes = bits > 0 && bits <= 64 && bits % 8 == 0;
    return known && whole_bytes && format.n >= 16 && little_16(format, 2) > 0 &&
           little_32(format, 4) > 0;
}

static bool is_wav(struct str head)
{
    if (!has_at(head, 0, STR("RIFF")) || !has_at(head, 8, STR("WAVE"))) {
        return false;
    }
    for (size_t at = 12; at + 8 <= head.n;) {
        uint64_t length = little_32(head, at + 4);
        if (has_at(head, at, STR("fmt "))) {
            return length >= 16 && wav_format_fits(str_after(head, at + 8));
        }
        length += 8 + (length & 1);
        if (length > head.n - at) {
            return false;
        }
        at += (size_t)length;
    }
    return false;
}

static enum media_type sound_type(struct str head)
{
    struct str packet = ogg_first_packet(head);
    if (is_opus(packet)) {
        return MEDIA_OPUS;
    }
    if (is_vorbis(packet)) {
        return MEDIA_VORBIS;
    }
    if (is_flac(head)) {
        return MEDIA_FLAC;
    }
    return is_wav(head) ? MEDIA_WAV : MEDIA_UNKNOWN;
}

bool sound_identify(struct str head, struct media_info *info_out)
{
    info_out->type = sound_type(head);
    info_out->orientation = 1;
    return info_out->type != MEDIA_UNKNOWN;
}
