package dataset

import (
	"fmt"
	"strings"
	"testing"
)

// TestFormerCodebooksAreKept covers the versions that records were made under,
// byte for byte.
func TestFormerCodebooksAreKept(t *testing.T) {
	const bodies = `{"id":"c","version":1,"x":1.50},{"id":"c","version":2,"lists":{"tactic":[{"key":"a","merged_into":"b"},{"key":"b"}]}}`
	h, _, refused := decode(t, []byte(`{"hashiya":1,"kind":"project","codebook":{"id":"c","version":3},"codebooks":[`+bodies+`]}`))
	if len(refused) > 0 || len(h.Codebooks) != 2 || string(h.Codebooks[0])+","+string(h.Codebooks[1]) != bodies || h.Extra != "" {
		t.Fatalf("codebooks %s, refused %v", h.Codebooks, refused)
	}
	if line := encode(t, h); !strings.Contains(string(line), `"codebooks":[`+bodies+`]`) {
		t.Errorf("written again: %s", line)
	}
	h.Codebooks = nil
	if line := encode(t, h); strings.Contains(string(line), "codebooks") {
		t.Errorf("without any: %s", line)
	}
}

func TestFormerCodebooksThatAreRefused(t *testing.T) {
	for name, c := range map[string]struct{ value, want string }{
		"no list":    {`{}`, "is not a list"},
		"references": {`["c@1"]`, "codebook 1 is not an object"},
		"null":       {`[{},null]`, "codebook 2 is not an object"},
		"too many":   {"[" + numbered(`{"version":%d}`, maxCodebooks+1) + "]", fmt.Sprint("more than ", maxCodebooks)},
	} {
		_, _, refused := decode(t, []byte(`{"hashiya":1,"kind":"project","codebooks":`+c.value+`}`))
		if len(refused) != 1 || !strings.Contains(refused[0].Error(), `field "codebooks"`) || !strings.Contains(refused[0].Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, refused, c.want)
		}
	}
}
