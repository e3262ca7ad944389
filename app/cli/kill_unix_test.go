//go:build unix

package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// commandVariable makes the test's program the program itself.
const commandVariable = "HASHIYA_TEST_COMMAND"

func TestMain(m *testing.M) {
	if os.Getenv(commandVariable) != "" {
		os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, nil))
	}
	os.Exit(m.Run())
}

const killArticles = 1200

// killText is the text of an article that has as many words as fill 10 kB.
func killText(n int) string {
	return fmt.Sprintf("خبر رقم %d\n", n) + strings.Repeat(fmt.Sprintf("قتل %d عنصرا قرب الجسر ", n), 240)
}

// largeFile writes articles with a record each, and entities and annotators
// that some of them have in common.
func largeFile(t *testing.T, folder string) string {
	t.Helper()
	var body bytes.Buffer
	encoder := json.NewEncoder(&body)
	for n := range killArticles {
		err := encoder.Encode(map[string]any{
			"hashiya": 1, "text": killText(n),
			"records": []any{map[string]any{
				"id": fmt.Sprint("r", n), "annotator": fmt.Sprint("coder ", n%50), "status": "submitted",
				"spans":  []any{map[string]any{"id": "s", "start": 0, "end": 3, "text": "خبر"}},
				"counts": []any{map[string]any{"id": "c", "spans": []string{"s"}, "kind": "killed", "who": []string{fmt.Sprint("group_", n%300)}, "value": n}},
			}},
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return write(t, body.String(), folder, "large.jsonl")
}

// importAndKill starts an import in a process of its own and kills it while it
// writes, after it has kept some articles. It returns false when the process
// was between two writes at that moment.
func importAndKill(t *testing.T, path, in string) bool {
	t.Helper()
	c := exec.Command(os.Args[0], "import", path, in, "--as", "code 7")
	c.Env = append(os.Environ(), commandVariable+"=1")
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(time.Millisecond) {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		// The first batch has been kept, and the next is being written.
		journal, err := os.Stat(path + "-journal")
		if info.Size() > 15<<20 && err == nil && journal.Size() > 0 {
			break
		}
	}
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); err == nil {
		t.Fatal("the import came to its end before it was killed")
	}
	_, err := os.Stat(path + "-journal")
	return err == nil
}

// TestKilledImport kills an import with SIGKILL, as a power cut does, and then
// looks, each time at a copy as the crash left it: every command works at once,
// and all that is there is whole.
func TestKilledImport(t *testing.T) {
	folder := place(t)
	in := largeFile(t, folder)
	path := project(t, folder)
	for try := 0; !importAndKill(t, path, in); try++ {
		if try == 10 {
			t.Fatal("the import was never killed in the middle of a write")
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		project(t, folder)
	}
	copies := map[string]string{}
	for _, name := range []string{"info", "check", "export", "import"} {
		copies[name] = filepath.Join(folder, name)
		for _, side := range []string{"", "-journal", "-lock"} {
			write(t, bytesOf(t, path+side), copies[name]+side)
		}
	}
	kept := decode[info](t, must(t, done, "", "info", copies["info"], "--json").out).Articles.Total
	if kept == 0 || kept >= killArticles {
		t.Fatalf("%d articles are in, want some of %d", kept, killArticles)
	}
	must(t, done, fmt.Sprintf("articles checked: %d", kept), "check", copies["check"])
	out := filepath.Join(folder, "out.jsonl")
	must(t, done, fmt.Sprintf("articles: %d", kept), "export", copies["export"], "--format", "jsonl", "--out", out)
	expectWhole(t, out, kept)
	r := must(t, done, fmt.Sprintf("articles: %d, records: %d", killArticles-kept, killArticles-kept), "import", copies["import"], in, "--as", "code 7")
	if !strings.Contains(r.out, fmt.Sprintf("duplicates: %d", kept)) {
		t.Errorf("the second import says %q, want %d duplicates", r.out[strings.LastIndex(r.out, "added"):], kept)
	}
	for _, name := range []string{"info", "check", "export"} {
		sound(t, copies[name], kept)
	}
	sound(t, copies["import"], killArticles)
}

// expectWhole makes sure that an export holds articles as they were, each with
// its record.
func expectWhole(t *testing.T, path string, articles int) {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(bytesOf(t, path)), "\n")[1:]
	if len(lines) != articles {
		t.Fatalf("%d lines, want %d", len(lines), articles)
	}
	seen := map[int]bool{}
	for _, line := range lines {
		a := decode[struct {
			Text    string
			Records []struct{ Counts, Spans []any }
		}](t, line)
		var n int
		if _, err := fmt.Sscanf(a.Text, "خبر رقم %d", &n); err != nil || seen[n] {
			t.Fatalf("article %d: %v, or it is there twice", n, err)
		}
		seen[n] = true
		if a.Text != killText(n) || len(a.Records) != 1 || len(a.Records[0].Counts) != 1 || len(a.Records[0].Spans) != 1 {
			t.Fatalf("article %d is not whole: %.200s", n, line)
		}
	}
}
