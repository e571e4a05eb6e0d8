#include "base/sha256.h"

#include <string.h>

#include "support.h"

/* Of FIPS 180-2, appendix B, and of NIST's examples; the others by sha256sum. */
static const struct {
    const char *text;
    int times;
    const char *sum;
} rows[] = {
    {"", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {"a", 1000000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
    {"a", 55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
    {"a", 64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},
    {"a", 119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"},
};

static void expect_sum(size_t row, size_t piece)
{
    struct strbuf text = {0};
    for (int i = 0; i < rows[row].times; i++) {
        strbuf_add_c(&text, rows[row].text);
    }
    struct sha256 h;
    char sum[SHA256_HEX_BYTES + 1];
    sha256_begin(&h);
    for (size_t at = 0; at < text.n; at += piece) {
        sha256_add(&h, str_sub(strbuf_str(&text), at, piece));
    }
    sha256_end(&h, sum);
    if (strcmp(sum, rows[row].sum) != 0) {
        fail_msg("row %zu in pieces of %zu: %s", row, piece, sum);
    }
    strbuf_finish(&text);
}

static void test_sums(void **state)
{
    (void)state;
    static const size_t pieces[] = {1, 7, 63, 64, 65, 1 << 20};
    for (size_t i = 0; i < COUNT(rows); i++) {
        for (size_t p = 0; p < COUNT(pieces); p++) {
            expect_sum(i, pieces[p]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sums),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
