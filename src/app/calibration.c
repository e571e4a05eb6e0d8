#include "app/calibration.h"

#include <math.h>

#include "base/num.h"

/* Twice the area of the triangle that is felt; the targets' is 0.64. */
static const double LEAST_AREA = 0.05;
/* A ten-thousandth of a screen is less than a pixel of most, and more than a finger tells. */
static const double STEPS = 10000;

const struct target calibration_targets[CALIBRATION_POINTS] = {{0.1, 0.1}, {0.9, 0.1}, {0.5, 0.9}};

/* The plane through three heights over three points, by Cramer's rule: three of the matrix's numbers. */
static void plane(const struct target p[CALIBRATION_POINTS], const double height[CALIBRATION_POINTS],
                  double area, double row_out[3])
{
    double a = height[1] - height[0];
    double b = height[2] - height[0];
    row_out[0] = (a * (p[2].y - p[0].y) - b * (p[1].y - p[0].y)) / area;
    row_out[1] = (b * (p[1].x - p[0].x) - a * (p[2].x - p[0].x)) / area;
    row_out[2] = height[0] - row_out[0] * p[0].x - row_out[1] * p[0].y;
}

bool calibration_solve(const struct target felt[CALIBRATION_POINTS], struct calibration *c_out)
{
    double area = (felt[1].x - felt[0].x) * (felt[2].y - felt[0].y) - (felt[2].x - felt[0].x) * (felt[1].y - felt[0].y);
    double x[CALIBRATION_POINTS];
    double y[CALIBRATION_POINTS];
    if (!(fabs(area) >= LEAST_AREA)) {
        return false;
    }
    for (int i = 0; i < CALIBRATION_POINTS; i++) {
        x[i] = calibration_targets[i].x;
        y[i] = calibration_targets[i].y;
    }
    plane(felt, x, area, c_out->m);
    plane(felt, y, area, c_out->m + 3);
    return true;
}

void calibration_rule(const struct calibration *c, struct str device, struct strbuf *out)
{
    strbuf_add_c(out, "ATTRS{name}==\"");
    strbuf_add(out, device.n ? device : STR("NAME OF THE PANEL"));
    strbuf_add_c(out, "\", ENV{LIBINPUT_CALIBRATION_MATRIX}=\"");
    for (int i = 0; i < 6; i++) {
        char number[32];
        size_t n = num_write(round(c->m[i] * STEPS) / STEPS + 0.0, number); /* never "-0" */
        strbuf_add_c(out, i ? " " : "");
        strbuf_add(out, (struct str){number, n});
    }
    strbuf_add_c(out, "\"\n");
}
