/* Measures Pango: pango FONT TEXT layout|rewrap|hit|memory. Every line of TEXT is a paragraph with a layout of its own, right to
 * left, 37.5 em wide. Prints one number: nanoseconds for all the text (layout, rewrap), nanoseconds for one call (hit), or the
 * peak memory in bytes (memory). Only FONT is known to fontconfig; hinting is off. */
#include "measure.h"
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

enum { EM = 16, PLACES = 8 };
static const double WIDE = 37.5, NARROW = 30;

static PangoFontDescription *only_font(const char *file) {
	FcConfig *config = FcConfigCreate();
	FcChar8 *family;
	if (!FcConfigAppFontAddFile(config, (const FcChar8 *)file)) fail("fontconfig cannot read the font");
	FcConfigSetCurrent(config);
	FcFontSet *fonts = FcConfigGetFonts(config, FcSetApplication);
	if (!fonts || fonts->nfont == 0 || FcPatternGetString(fonts->fonts[0], FC_FAMILY, 0, &family) != FcResultMatch) fail("the font has no family");
	PangoFontDescription *font = pango_font_description_from_string((const char *)family);
	pango_font_description_set_absolute_size(font, EM * PANGO_SCALE);
	return font;
}

static PangoContext *new_context(void) {
	PangoContext *context = pango_font_map_create_context(pango_cairo_font_map_new());
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(context, options);
	pango_context_set_round_glyph_positions(context, FALSE);
	pango_context_set_base_dir(context, PANGO_DIRECTION_RTL);
	return context;
}

/* lay_out fills layouts; asking for the number of lines makes Pango break, shape and wrap. */
static void lay_out(PangoContext *context, PangoFontDescription *font, char **texts, int n, PangoLayout **layouts) {
	for (int i = 0; i < n; i++) {
		PangoLayout *layout = layouts[i] = pango_layout_new(context);
		pango_layout_set_auto_dir(layout, FALSE);
		pango_layout_set_font_description(layout, font);
		pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
		pango_layout_set_width(layout, WIDE * EM * PANGO_SCALE);
		pango_layout_set_text(layout, texts[i], -1);
		pango_layout_get_line_count(layout);
	}
}

static void rewrap(PangoLayout **layouts, int n, double width) {
	for (int i = 0; i < n; i++) {
		pango_layout_set_width(layouts[i], width * EM * PANGO_SCALE);
		pango_layout_get_line_count(layouts[i]);
	}
}

/* hit asks PLACES places on every line of the first layouts and returns the number of calls. */
static int hit(PangoLayout **layouts, int n) {
	int calls = 0, index, trailing;
	for (int i = 0; i < n && i < 200; i++) {
		int lines = pango_layout_get_line_count(layouts[i]), height;
		pango_layout_get_size(layouts[i], NULL, &height);
		for (int line = 0; line < lines; line++)
			for (int place = 0; place < PLACES; place++, calls++)
				pango_layout_xy_to_index(layouts[i], WIDE * EM * PANGO_SCALE * (place + 0.5) / PLACES, height * (line + 0.5) / lines, &index, &trailing);
	}
	return calls;
}

int main(int argc, char **argv) {
	if (argc != 4) fail("usage: pango FONT TEXT layout|rewrap|hit|memory");
	const char *what = argv[3];
	int n;
	char **texts = read_lines(argv[2], &n);
	PangoFontDescription *font = only_font(argv[1]);
	PangoContext *context = new_context();
	PangoLayout **layouts = calloc(n, sizeof *layouts);
	double times[REPETITIONS];
	lay_out(context, font, texts, n, layouts);
	for (int i = 0; i < n; i++)
		if (pango_layout_get_unknown_glyphs_count(layouts[i])) fail("the font lacks a character of the text: another font would be measured");
	if (!strcmp(what, "memory")) {
		printf("%.0f\n", peak_memory());
		return 0;
	}
	if (!strcmp(what, "hit")) hit(layouts, n);
	for (int i = 0; i < REPETITIONS; i++) {
		if (!strcmp(what, "layout"))
			for (int k = 0; k < n; k++) g_object_unref(layouts[k]);
		double start = now(), parts = 1;
		if (!strcmp(what, "layout")) lay_out(context, font, texts, n, layouts);
		else if (!strcmp(what, "rewrap")) rewrap(layouts, n, i % 2 ? WIDE : NARROW);
		else if (!strcmp(what, "hit")) parts = hit(layouts, n);
		else fail("unknown operation");
		times[i] = (now() - start) / parts;
	}
	printf("%.1f\n", median(times, REPETITIONS));
	return 0;
}
