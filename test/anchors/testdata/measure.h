/* What pango.c and harfbuzz.c share: clock, median, input file, memory. */
#ifndef MEASURE_H
#define MEASURE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { REPETITIONS = 9 };

static double now(void) {
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1e9 + t.tv_nsec;
}

static int ascending(const void *a, const void *b) {
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double median(double *values, int n) {
	qsort(values, n, sizeof *values, ascending);
	return values[n / 2];
}

static void fail(const char *what) {
	fprintf(stderr, "%s\n", what);
	exit(1);
}

/* read_lines returns the lines of a file without their ends and stores their number. */
static char **read_lines(const char *name, int *count) {
	FILE *f = fopen(name, "rb");
	if (!f) fail("the text cannot be opened");
	fseek(f, 0, SEEK_END);
	long size = ftell(f);
	rewind(f);
	char *text = malloc(size + 1);
	if (fread(text, 1, size, f) != (size_t)size) fail("the text cannot be read");
	fclose(f);
	text[size] = 0;
	int lines = 1;
	for (long i = 0; i < size; i++) lines += text[i] == '\n';
	char **out = malloc(lines * sizeof *out);
	*count = 0;
	for (char *line = text; line; (*count)++) {
		char *end = strchr(line, '\n');
		if (end) *end++ = 0;
		out[*count] = line;
		line = end;
	}
	return out;
}

/* peak_memory returns the largest resident size of this program so far, in bytes (Linux). */
static double peak_memory(void) {
	FILE *f = fopen("/proc/self/status", "r");
	char line[256];
	double kilobytes = 0;
	while (f && fgets(line, sizeof line, f)) sscanf(line, "VmHWM: %lf", &kilobytes);
	if (f) fclose(f);
	return kilobytes * 1024;
}

#endif
