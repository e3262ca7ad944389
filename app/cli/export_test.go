package cli

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestExportTellsOfLosses sees the sums on the terminal and the report beside
// the data.
func TestExportTellsOfLosses(t *testing.T) {
	folder := place(t)
	path := filepath.Join(folder, "p.hashiya")
	must(t, done, "", "new", path, "--samples", "--as", "code 7")
	out := filepath.Join(folder, "out")
	must(t, done, "not held by conll", "export", path, "--format", "conll", "--out", out)
	if report := bytesOf(t, out+".loss.txt"); !strings.Contains(report, "In all") {
		t.Errorf("the report holds %q", report)
	}
	// A report that lies there already is not overwritten either.
	other := filepath.Join(folder, "other")
	write(t, "mine", other+".loss.txt")
	must(t, failed, "--force", "export", path, "--format", "spacy", "--out", other)
	if bytesOf(t, other+".loss.txt") != "mine" {
		t.Error("the file is overwritten")
	}
}

func TestExportOptions(t *testing.T) {
	folder := place(t)
	path := filepath.Join(folder, "p.hashiya")
	must(t, done, "", "new", path, "--samples", "--as", "code 7")
	for name, test := range map[string]struct {
		format string
		status int
		want   string
		flags  []string
	}{
		"nobody":      {"csv", failed, "no annotator", []string{"--annotator", "nobody"}},
		"no state":    {"csv", misusage, "state", []string{"--state", "half"}},
		"submitted":   {"spacy", done, "exported", []string{"--state", "submitted", "--adjudicated"}},
		"offsets":     {"w3c", done, "exported", []string{"--offsets-only", "--pseudonyms"}},
		"text needed": {"brat", failed, "needs the articles' texts", []string{"--offsets-only"}},
		"suggestions": {"brat", done, "exported", []string{"--without-suggestions"}},
	} {
		out := filepath.Join(folder, strings.ReplaceAll(name, " ", "-"))
		must(t, test.status, test.want, append([]string{"export", path, "--format", test.format, "--out", out}, test.flags...)...)
	}
}
