/* Measures HarfBuzz: harfbuzz FONT RUNS. Every line of RUNS is a run to shape: A (Arabic, right to left) or L (left to right), then
 * its text. Prints the nanoseconds that shaping all of them takes, in font units, with one buffer. */
#include "measure.h"
#include <hb-ot.h>
#include <hb.h>

static void shape(hb_font_t *font, hb_buffer_t *buffer, const char *run) {
	hb_buffer_clear_contents(buffer);
	hb_buffer_add_utf8(buffer, run + 1, -1, 0, -1);
	if (*run == 'A') {
		hb_buffer_set_direction(buffer, HB_DIRECTION_RTL);
		hb_buffer_set_script(buffer, HB_SCRIPT_ARABIC);
		hb_buffer_set_language(buffer, hb_language_from_string("ar", -1));
	} else {
		hb_buffer_guess_segment_properties(buffer);
		hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	}
	hb_shape(font, buffer, NULL, 0);
}

int main(int argc, char **argv) {
	if (argc != 3) fail("usage: harfbuzz FONT RUNS");
	int n;
	char **runs = read_lines(argv[2], &n);
	hb_blob_t *file = hb_blob_create_from_file(argv[1]);
	hb_font_t *font = hb_font_create(hb_face_create(file, 0));
	hb_buffer_t *buffer = hb_buffer_create();
	double times[REPETITIONS];
	for (int i = -1; i < REPETITIONS; i++) { /* the first one is not counted */
		double start = now();
		for (int k = 0; k < n; k++)
			if (*runs[k]) shape(font, buffer, runs[k]);
		if (i >= 0) times[i] = now() - start;
	}
	printf("%.1f\n", median(times, REPETITIONS));
	return 0;
}
