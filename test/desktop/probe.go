package desktop

import (
	"encoding/json"
	"fmt"
	"os"
	"time"
)

// Place is a point in pixels of the window's inside, from its top left.
type Place struct{ X, Y int }

// UnmarshalJSON implements json.Unmarshaler: a place is [x, y].
func (p *Place) UnmarshalJSON(body []byte) error {
	var pair [2]int
	err := json.Unmarshal(body, &pair)
	p.X, p.Y = pair[0], pair[1]
	return err
}

// Field is where a field of the open card is, and the mark of its evidence.
type Field struct{ Field, Mark Place }

// UnmarshalJSON implements json.Unmarshaler: a field is [x, y, x of the mark, y of the mark].
func (f *Field) UnmarshalJSON(body []byte) error {
	var all [4]int
	err := json.Unmarshal(body, &all)
	f.Field, f.Mark = Place{all[0], all[1]}, Place{all[2], all[3]}
	return err
}

// Probe is what the program tells of its window.
type Probe struct {
	Screen  string           `json:"screen"`  // "start", "library" or "annotate"
	Article string           `json:"article"` // id of the article shown
	Saved   bool             `json:"saved"`   // nothing is typed that is not in the file
	Active  string           `json:"active"`  // id of the item whose card is open
	Carets  map[int]Place    `json:"carets"`  // by code point, those asked for
	Fields  map[string]Field `json:"fields"`  // of the open card, by name
	Search  Place            `json:"search"`
	List    Place            `json:"list"` // first row of the library
}

// settled is how many times in a row the program must write the same before it counts: it may not yet have seen what the mouse and
// the keyboard did, and things may still be moving.
const settled = 3

// Wait waits until the probe has come to rest and something is so, and returns what the probe then tells.
func (p *Program) Wait(what string, so func(Probe) bool) Probe {
	var last string
	var written time.Time
	var tells Probe
	same := 0
	p.display.await(what, func() bool {
		p.alive()
		body, at, err := p.readProbe()
		if err != nil || at.Equal(written) {
			return false
		}
		written = at
		if body != last {
			last, same = body, 0
		}
		same++
		tells = Probe{}
		if err := json.Unmarshal([]byte(body), &tells); err != nil {
			p.display.fail("the probe is not understood: %v: %s", err, body)
		}
		return same >= settled && so(tells)
	})
	return tells
}

// readProbe returns the probe and when it was written.
func (p *Program) readProbe() (body string, at time.Time, err error) {
	info, err := os.Stat(p.probe)
	if err != nil {
		return "", at, err
	}
	bytes, err := os.ReadFile(p.probe)
	return string(bytes), info.ModTime(), err
}

// Letters asks for the places of code points of the article's text, between this one and the one before it, and returns the probe
// that has them.
func (p *Program) Letters(offsets ...int) Probe {
	body, err := json.Marshal(offsets)
	p.display.check(err)
	p.display.check(os.WriteFile(p.probe+".ask", body, 0o600))
	return p.Wait(fmt.Sprintf("the places of the letters %v", offsets), func(at Probe) bool {
		for _, offset := range offsets {
			if _, told := at.Carets[offset]; !told {
				return false
			}
		}
		return true
	})
}
