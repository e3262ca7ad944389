package main

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"

	"hashiya/test/desktop"
)

// stage is one screen being taken.
type stage struct {
	reporter
	fixture *fixture
	display *desktop.Display
	set     set
	screen  screen
	path    string // of the picture

	folder  string // of the project and the settings
	options desktop.Options
	p       *desktop.Program
	undo    []func() // what is to be put away in the end
}

// take starts the program, goes to the screen and takes its picture. When that fails, the picture shows how far it came.
func (t *stage) take() error {
	folder, err := os.MkdirTemp(t.fixture.folder, t.screen.name+"-")
	if err != nil {
		return err
	}
	t.folder = folder
	defer os.RemoveAll(folder)
	defer t.end()
	err = t.guard(func() {
		t.begin()
		for _, s := range t.screen.steps {
			s(t)
		}
		t.p.Point(desktop.Place{X: 2, Y: 2}) // nothing there changes its looks under the mouse
		t.p.Rest("the picture to rest", nil)
		t.p.Screenshot(t.path)
	})
	if err != nil && t.p != nil {
		t.p.TryScreenshot(t.path)
	}
	return err
}

// begin starts the program on what the screen begins with.
func (t *stage) begin() {
	t.options = desktop.Options{Binary: t.fixture.binary, Config: filepath.Join(t.folder, "settings"), Scale: t.set.scale}
	t.check(os.Mkdir(t.options.Config, 0o700))
	settings := map[string]any{
		"name": annotator, "role": "annotator", "language": t.set.language, "theme": t.set.theme,
		"width": t.set.width, "height": t.set.height, "zoom": 1,
	}
	t.screen.from(t, settings)
	maps.Copy(settings, t.screen.settings)
	body, err := json.Marshal(settings)
	t.check(err)
	t.check(os.WriteFile(filepath.Join(t.options.Config, "settings.json"), body, 0o600))
	t.p = t.display.Run(t.options)
	t.p.Rest("the first screen to rest", nil)
}

// end puts the program away, without asking it.
func (t *stage) end() {
	if t.p != nil {
		t.p.Kill()
	}
	for _, undo := range t.undo {
		undo()
	}
}

func (t *stage) check(err error) {
	if err != nil {
		t.Fatalf("%v", err)
	}
}
