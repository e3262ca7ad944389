package dataset

import (
	"bytes"
	"testing"
)

// FuzzReadJSONL sees that any input is read without a crash, that what is read
// can be written, and that writing it again gives the same bytes.
func FuzzReadJSONL(f *testing.F) {
	f.Add(encode(f, sampleHeader(), sampleDocument()))
	f.Add([]byte(countLine(`,"who":[{"entity":"a","spans":["s"]},"b"],"evidence":{"who":["s"],"x":["s"]},"x":{"y":[1.50]}`)))
	f.Add([]byte(articleLine(`,"counts":[{"id":"c","total_of":["d"]},{"id":"d","value":"0.5"}],"events":[{"id":"e","members":["c",{"id":"d","role":"x"}]}]`)))
	f.Add([]byte(`{"hashiya":1,"text":"\ud83d\ude00\u0627","source":{"a":1},"title":null}` + "\n\n" + `{"hashiya":1,"kind":"project","entities":[{"key":"k","names":{"x":1},"place":{"lat":"1.0"}}]}`))
	f.Fuzz(func(t *testing.T, lines []byte) {
		h, all, _ := decode(t, lines)
		first := encode(t, h, all...)
		h2, all2, refused := decode(t, first)
		if len(refused) > 0 {
			t.Fatalf("own lines refused: %v\n%s", refused, first)
		}
		if second := encode(t, h2, all2...); !bytes.Equal(first, second) {
			t.Fatalf("first  %s\nsecond %s", first, second)
		}
	})
}
