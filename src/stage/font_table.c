#include "stage/font_table.h"

const char *const font_folders[] = {"/usr/share/fonts", "/usr/local/share/fonts"};
const int font_folder_count = (int)COUNT(font_folders);

/* In the order of enum face: display, body, italic, bold, the program's own words, these in bold, the plain face
 * and its bold. Only the alphabets of Europe have italics; elsewhere emphasis is bold. */
#define EUROPE(plain, plain_bold)                                                                  \
    {                                                                                              \
        "opentype/ebgaramond/EBGaramond12-Regular.otf", "truetype/noto/NotoSerif-Regular.ttf",     \
            "truetype/noto/NotoSerif-Italic.ttf", "truetype/noto/NotoSerif-Bold.ttf",              \
            "opentype/inter/Inter-Regular.otf", "opentype/inter/Inter-SemiBold.otf", plain,        \
            plain_bold                                                                             \
    }
#define LATIN EUROPE("truetype/andika/Andika-Regular.ttf", "truetype/andika/Andika-Bold.ttf")
#define GREEK EUROPE("opentype/inter/Inter-Regular.otf", "opentype/inter/Inter-SemiBold.otf")
#define EUROPE_PACKAGES(plain)                                                                     \
    {                                                                                              \
        "fonts-ebgaramond", "fonts-noto-core", "fonts-noto-core", "fonts-noto-core",               \
            "fonts-inter", "fonts-inter", plain, plain                                             \
    }
#define NANUM                                                                                      \
    {                                                                                              \
        "truetype/nanum/NanumMyeongjo.ttf", "truetype/nanum/NanumMyeongjo.ttf",                    \
            "truetype/nanum/NanumMyeongjoBold.ttf", "truetype/nanum/NanumMyeongjoBold.ttf",        \
            "truetype/nanum/NanumSquareR.ttf", "truetype/nanum/NanumSquareB.ttf",                  \
            "truetype/nanum/NanumBarunGothic.ttf", "truetype/nanum/NanumBarunGothicBold.ttf"       \
    }
#define CJK                                                                                        \
    {                                                                                              \
        "opentype/noto/NotoSerifCJK-Regular.ttc", "opentype/noto/NotoSerifCJK-Regular.ttc",        \
            "opentype/noto/NotoSerifCJK-Bold.ttc", "opentype/noto/NotoSerifCJK-Bold.ttc",          \
            "opentype/noto/NotoSansCJK-Regular.ttc", "opentype/noto/NotoSansCJK-Bold.ttc",         \
            "opentype/noto/NotoSansCJK-Regular.ttc", "opentype/noto/NotoSansCJK-Bold.ttc"          \
    }
#define NOTO(serif, sans)                                                                          \
    {                                                                                              \
        "truetype/noto/" serif "-Regular.ttf", "truetype/noto/" serif "-Regular.ttf",              \
            "truetype/noto/" serif "-Bold.ttf", "truetype/noto/" serif "-Bold.ttf",                \
            "truetype/noto/" sans "-Regular.ttf", "truetype/noto/" sans "-Bold.ttf",               \
            "truetype/noto/" sans "-Regular.ttf", "truetype/noto/" sans "-Bold.ttf"                \
    }
#define ALL(one)                                                                                   \
    {                                                                                              \
        one, one, one, one, one, one, one, one                                                     \
    }

/* clang-format off */
const struct font_row font_table[] = {
    {"Latn", LATIN, 0, {[FACE_DISPLAY] = 112}, EUROPE_PACKAGES("fonts-sil-andika")},
    {"Cyrl", LATIN, 0, {[FACE_DISPLAY] = 112}, EUROPE_PACKAGES("fonts-sil-andika")},
    {"Grek", GREEK, 0, {[FACE_DISPLAY] = 112}, EUROPE_PACKAGES("fonts-inter")},
    /* Nanum first: its Hangul is the better drawn; its Hanja are not to be trusted. */
    {"Hang", NANUM, 0, {0}, ALL("fonts-nanum")},
    {"Hang", CJK, 1, {0}, ALL("fonts-noto-cjk")},
    {"Jpan", CJK, 0, {0}, ALL("fonts-noto-cjk")},
    {"Hans", CJK, 2, {0}, ALL("fonts-noto-cjk")},
    {"Hani", CJK, 2, {0}, ALL("fonts-noto-cjk")},
    {"Bopo", CJK, 3, {0}, ALL("fonts-noto-cjk")},
    {"Hant", CJK, 3, {0}, ALL("fonts-noto-cjk")},
    {"Thai", NOTO("NotoSerifThai", "NotoSansThai"), 0, {0}, ALL("fonts-noto-core")},
    {"Laoo", NOTO("NotoSerifLao", "NotoSansLao"), 0, {0}, ALL("fonts-noto-core")},
    {"Khmr", NOTO("NotoSerifKhmer", "NotoSansKhmer"), 0, {0}, ALL("fonts-noto-core")},
    {"Mymr", NOTO("NotoSerifMyanmar", "NotoSansMyanmar"), 0, {0}, ALL("fonts-noto-core")},
    {"Arab", NOTO("NotoNaskhArabic", "NotoSansArabic"), 0, {0}, ALL("fonts-noto-core")},
    {"Hebr", NOTO("NotoSerifHebrew", "NotoSansHebrew"), 0, {0}, ALL("fonts-noto-core")},
    {"Deva", NOTO("NotoSerifDevanagari", "NotoSansDevanagari"), 0, {0}, ALL("fonts-noto-core")},
    {"Beng", NOTO("NotoSerifBengali", "NotoSansBengali"), 0, {0}, ALL("fonts-noto-core")},
    {"Taml", NOTO("NotoSerifTamil", "NotoSansTamil"), 0, {0}, ALL("fonts-noto-core")},
    {"Telu", NOTO("NotoSerifTelugu", "NotoSansTelugu"), 0, {0}, ALL("fonts-noto-core")},
    {"Armn", NOTO("NotoSerifArmenian", "NotoSansArmenian"), 0, {0}, ALL("fonts-noto-core")},
    {"Geor", NOTO("NotoSerifGeorgian", "NotoSansGeorgian"), 0, {0}, ALL("fonts-noto-core")},
    {"Ethi", NOTO("NotoSerifEthiopic", "NotoSansEthiopic"), 0, {0}, ALL("fonts-noto-core")},
    {"Tibt", NOTO("NotoSerifTibetan", "NotoSerifTibetan"), 0, {0}, ALL("fonts-noto-core")},
    {"Mong", ALL("truetype/noto/NotoSansMongolian-Regular.ttf"), 0, {0}, ALL("fonts-noto-core")},
    {"Zsym", ALL("truetype/noto/NotoSansMath-Regular.ttf"), 0, {0}, ALL("fonts-noto-core")},
    {"Zsym", ALL("truetype/noto/NotoSansSymbols2-Regular.ttf"), 0, {0}, ALL("fonts-noto-core")},
    {"Zsym", ALL("truetype/noto/NotoSansSymbols-Regular.ttf"), 0, {0}, ALL("fonts-noto-core")},
};
/* clang-format on */
const int font_table_count = (int)COUNT(font_table);
