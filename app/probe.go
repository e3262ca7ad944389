package app

import (
	"encoding/json"
	"os"
	"time"

	"fyne.io/fyne/v2"
)

// probeVariable names an environment variable for end-to-end tests. When it
// holds a path, the program writes there, as JSON, where things are in its
// window, so that a script can point at them with a real mouse. Nothing of
// what is written or read in the window is in it: places, ids and states only.
const probeVariable = "HASHIYA_PROBE"

const probeEvery = 100 * time.Millisecond

// probed is what the probe tells. Places are centres in pixels of the window.
type probed struct {
	Screen  string           `json:"screen"`
	Article string           `json:"article,omitempty"`
	Saved   bool             `json:"saved"`
	Active  string           `json:"active,omitempty"` // id of the item whose card is open
	Carets  map[int][2]int   `json:"carets,omitempty"` // by code point: where to start and end a drag
	Fields  map[string][]int `json:"fields,omitempty"` // of the open card: x, y of the field and of its mark
	Search  [2]int           `json:"search"`
	List    [2]int           `json:"list"` // of the first row of the library
}

// probe starts the probe when it is asked for. A file beside the path, with
// ".ask" behind its name, lists the code points whose places are wanted.
func (p *program) probe() {
	path := os.Getenv(probeVariable)
	if path == "" {
		return
	}
	go func() {
		for range time.Tick(probeEvery) {
			var ask []int
			if body, err := os.ReadFile(path + ".ask"); err == nil {
				// A file caught half written is read again at the next turn.
				_ = json.Unmarshal(body, &ask)
			}
			fyne.Do(func() { p.writeProbe(path, ask) })
		}
	}()
}

func (p *program) writeProbe(path string, ask []int) {
	tell := probed{Saved: p.store != nil && !p.frame.pending, Search: p.centre(p.frame.search)}
	switch s := p.screen.(type) {
	case *startScreen:
		tell.Screen = "start"
	case *libraryScreen:
		tell.Screen = "library"
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.list)
		tell.List = p.pixels(top.AddXY(s.list.Size().Width/2, 20))
	case *annotateScreen:
		tell.Screen, tell.Article, tell.Active = "annotate", s.session.Article().ID, s.active
		tell.Carets = map[int][2]int{}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.reader)
		for _, offset := range ask {
			tell.Carets[offset] = p.pixels(at.Add(s.reader.CaretPosition(offset)))
		}
		tell.Fields = p.probeFields(s)
	}
	body, err := json.Marshal(tell)
	if err != nil {
		return
	}
	if os.WriteFile(path+".new", body, 0o600) == nil {
		// A reader of the probe waits for the next turn when this fails.
		_ = os.Rename(path+".new", path)
	}
}

func (p *program) probeFields(s *annotateScreen) map[string][]int {
	if s.form.editor == nil {
		return nil
	}
	fields := map[string][]int{}
	for _, row := range s.form.editor.rows {
		field, mark := p.centre(row.field.object()), p.centre(row.mark)
		fields[row.model.Name] = []int{field[0], field[1], mark[0], mark[1]}
	}
	return fields
}

// centre returns where the middle of an object is, in pixels of the window.
func (p *program) centre(o fyne.CanvasObject) [2]int {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return p.pixels(at.AddXY(o.Size().Width/2, o.Size().Height/2))
}

func (p *program) pixels(at fyne.Position) [2]int {
	scale := p.window.Canvas().Scale()
	return [2]int{int(at.X * scale), int(at.Y * scale)}
}
